//! What several verbs ask of a bundle.

use std::path::Path;

use route_guide_core::bundle::Bundle;
use route_guide_core::model::{Language, Route, RouteId};

use crate::failure::Failure;

/// Opens a bundle to show it in a language it has.
///
/// # Errors
/// When the bundle cannot be read, or has no texts in that language: the answer lists those there are.
pub fn open(path: &Path, language: Language) -> Result<Bundle, Failure> {
    let bundle = Bundle::open(path).map_err(Failure::work)?;
    let known = &bundle.manifest().languages;
    if !known.contains(&language) {
        let known: Vec<&str> = known.iter().map(Language::code).collect();
        return Err(Failure::Call(format!("the bundle has no texts in `{language}`; it has {}", known.join(", "))));
    }
    Ok(bundle)
}

/// The route of that id; where there is none, the answer lists those there are.
///
/// # Errors
/// When the bundle has no such route or it cannot be read.
pub fn find_route(bundle: &Bundle, name: &str) -> Result<Route, Failure> {
    let listed = bundle.routes().map_err(Failure::work)?;
    let known: Vec<&str> = listed.iter().map(|route| route.id.as_str()).collect();
    match RouteId::new(name) {
        Ok(id) if known.contains(&name) => bundle.route(&id).map_err(Failure::work),
        _ => Err(Failure::Call(format!("the bundle has no route `{name}`; it has {}", known.join(", ")))),
    }
}

/// All routes, and nothing else of the bundle.
///
/// # Errors
/// When one of them cannot be read.
pub fn all_routes(bundle: &Bundle) -> Result<Vec<Route>, Failure> {
    let listed = bundle.routes().map_err(Failure::work)?;
    listed.iter().map(|route| bundle.route(&route.id).map_err(Failure::work)).collect()
}
