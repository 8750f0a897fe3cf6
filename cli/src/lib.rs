//! The editor's and guide's desk: what the tool `route-guide` does, as a library that tests can call.

pub mod poster;
