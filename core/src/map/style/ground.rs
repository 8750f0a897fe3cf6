//! What lies under the routes: land, water, borders.

use serde_json::{Value, json};

use super::super::Layer;
use super::{Drawing, Look, drawn, matching, zoomed};

pub(super) fn layers(look: &Look<'_>) -> Vec<Value> {
    let palette = look.palette;
    // Without a base map nothing is unmapped: the ground is as light, or as dark, as it gets.
    let ground = match look.drawing {
        Drawing::Full => palette.unmapped,
        Drawing::Plain => palette.halo,
    };
    let fill = |colour: &str| json!({ "fill-color": colour });
    let shore = |id, source| {
        let paint = json!({ "line-color": palette.shore, "line-width": zoomed(&[(8.0, 0.5), (14.0, 1.4)]) });
        drawn(id, "line", source, json!({ "paint": paint }))
    };
    vec![
        json!({ "id": "ground", "type": "background", "paint": { "background-color": ground } }),
        drawn("water", "fill", Layer::Water, json!({ "paint": fill(palette.water) })),
        drawn("land", "fill", Layer::Land, json!({ "paint": fill(palette.land) })),
        drawn("inland-water", "fill", Layer::InlandWater, json!({ "paint": fill(palette.water) })),
        with_minzoom(9.0, shore("inland-shore", Layer::InlandWater)),
        drawn(
            "waterways",
            "line",
            Layer::Waterways,
            json!({
                "layout": { "line-cap": "round", "line-join": "round" },
                "paint": {
                    "line-color": palette.river,
                    "line-width": ["interpolate", ["exponential", 1.4], ["zoom"],
                        7.0, river_or(0.8, 0.0), 10.0, river_or(1.4, 0.5), 14.0, river_or(3.2, 1.4), 17.0, river_or(7.0, 3.0)],
                },
            }),
        ),
        drawn(
            "borders",
            "line",
            Layer::Borders,
            json!({
                "paint": {
                    "line-color": palette.border,
                    "line-width": zoomed(&[(6.0, 1.0), (12.0, 2.2)]),
                    "line-dasharray": [6.0, 2.5, 1.5, 2.5],
                },
            }),
        ),
    ]
}

fn river_or(river: f64, other: f64) -> Value {
    matching("class", [(json!("river"), json!(river))], json!(other))
}

pub(super) fn with_minzoom(zoom: f64, mut layer: Value) -> Value {
    if let Some(fields) = layer.as_object_mut() {
        fields.insert("minzoom".into(), zoom.into());
    }
    layer
}
