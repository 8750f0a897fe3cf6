//! The thinking part of the route guide, the same on every phone and at the desk.
//!
//! What lives here: geometry on WGS 84, the model of routes and stops, look-up in space, bundles, GPX, the map's
//! layers, pictures, measures in words, guidance, what a phone keeps and what it shows when something goes wrong. What must
//! not: network, clocks, threads of its own, set-up of logging. Time and fixes come in as values; what changed goes out
//! as values.
//!
//! Arrows between rooms point one way: `errors` → `library` → `guidance`, `gpx`, `bundle`; these and `map` → `spatial` →
//! `model` → `geometry`; `guidance` → `measures` → `model`; `files` knows nothing of the others.

pub mod bundle;
pub mod errors;
pub mod files;
pub mod geometry;
pub mod gpx;
pub mod guidance;
pub mod library;
pub mod map;
pub mod measures;
pub mod media;
pub mod model;
pub mod spatial;
mod sqlite;
mod texts;
