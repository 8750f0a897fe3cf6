//! The traveller's place, on top of everything: how certain it is, which way it goes, and a dot that no ground swallows.

use serde_json::{Value, json};

use super::super::Layer;
use super::super::here::Part;
use super::{Look, drawn, zoomed};

pub(super) fn layers(look: &Look<'_>) -> Vec<Value> {
    let palette = look.palette;
    let part = |part: Part| json!(["==", ["get", "part"], part.name()]);
    let course = |id, colour, width: f64| {
        drawn(
            id,
            "line",
            Layer::Here,
            json!({
                "filter": part(Part::Course),
                "layout": { "line-cap": "round" },
                "paint": { "line-color": colour, "line-width": zoomed(&[(9.0, width), (17.0, width * 1.6)]) },
            }),
        )
    };
    let disc = |id, colour, radius: f64| {
        drawn(
            id,
            "circle",
            Layer::Here,
            json!({
                "filter": part(Part::Place),
                "paint": { "circle-color": colour, "circle-radius": zoomed(&[(9.0, radius), (17.0, radius * 1.3)]) },
            }),
        )
    };
    vec![
        drawn(
            "here-accuracy",
            "fill",
            Layer::Here,
            json!({
                "filter": part(Part::Accuracy),
                "paint": { "fill-color": palette.here, "fill-opacity": 0.15 },
            }),
        ),
        drawn(
            "here-accuracy-edge",
            "line",
            Layer::Here,
            json!({
                "filter": part(Part::Accuracy),
                "paint": { "line-color": palette.here, "line-width": 1.5, "line-opacity": 0.7 },
            }),
        ),
        course("here-course-casing", palette.halo, 7.0),
        course("here-course", palette.here, 4.0),
        // A dark hairline and a light rim by day, the other way round by night: one of them stands out everywhere.
        disc("here-hairline", palette.track, 10.5),
        disc("here-rim", palette.halo, 9.5),
        disc("here", palette.here, 6.5),
    ]
}
