//! Routes drawn in a few strokes.

use route_guide_core::geometry::{Along, Line, Metres, Point};
use route_guide_core::model::{
    Category, Language, Leg, Mode, Origin, Route, RouteId, RouteParts, Stage, StageId, Stop, StopId, Text, TrackId,
};

/// A route being drawn: legs one after another, then stops beside them.
pub struct Drawing {
    id: String,
    legs: Vec<(Mode, Origin, Metres, Vec<Point>)>,
    stops: Vec<StopSketch>,
    stages: usize,
}

/// A stop to be put on a drawn route.
pub struct StopSketch {
    /// Its id, which is also its name.
    pub id: &'static str,
    /// Degrees north.
    pub lat: f64,
    /// Degrees east.
    pub lon: f64,
    /// Metres.
    pub radius: f64,
}

fn text(words: &str) -> Text {
    [Language::LT, Language::EN, Language::DE].into_iter().map(|language| (language, words)).collect()
}

impl Drawing {
    /// An empty drawing.
    pub fn new(id: &str) -> Drawing {
        Drawing { id: id.into(), legs: Vec::new(), stops: Vec::new(), stages: 1 }
    }

    /// A leg through positions in degrees north and east; it begins where the one before it ends.
    pub fn leg(mut self, mode: Mode, origin: Origin, accuracy: f64, through: &[(f64, f64)]) -> Drawing {
        let mut points: Vec<Point> = self.legs.last().and_then(|leg| leg.3.last()).copied().into_iter().collect();
        points.extend(through.iter().map(|&(lat, lon)| Point::new(lat, lon).expect("on earth")));
        self.legs.push((mode, origin, Metres(accuracy), points));
        self
    }

    /// A stop beside the line.
    pub fn stop(mut self, stop: StopSketch) -> Drawing {
        self.stops.push(stop);
        self
    }

    /// How many stages the legs are shared out to.
    pub fn stages(self, stages: usize) -> Drawing {
        Drawing { stages, ..self }
    }

    /// The route.
    pub fn route(self) -> Route {
        let lines: Vec<Line> = self.legs.iter().map(|leg| Line::new(leg.3.clone()).expect("a line")).collect();
        let (line, ends) = Line::join(&lines, Metres(1.0)).expect("legs touch");
        let of_stage = |leg: usize| leg * self.stages / self.legs.len();
        let stage_id = |number: usize| StageId::new(&format!("stage-{}", number + 1)).expect("an id");
        let mut stages: Vec<Stage> = Vec::new();
        let mut legs = Vec::new();
        let mut from = Along::START;
        for (number, ((mode, origin, accuracy, _), to)) in self.legs.iter().zip(&ends).enumerate() {
            let stage = of_stage(number);
            legs.push(Leg {
                id: TrackId::new(&format!("leg-{}", number + 1)).expect("an id"),
                stage: stage_id(stage),
                mode: *mode,
                origin: *origin,
                accuracy: *accuracy,
                follows: String::new(),
                from,
                to: *to,
            });
            match stages.get_mut(stage) {
                Some(known) => known.to = *to,
                None => stages.push(Stage {
                    id: stage_id(stage),
                    name: text(&format!("Stage {}", stage + 1)),
                    summary: Text::default(),
                    description: Text::default(),
                    from,
                    to: *to,
                }),
            }
            from = *to;
        }
        let mut stops: Vec<Stop> = self.stops.iter().map(|sketch| put(sketch, &line, &stages)).collect();
        stops.sort_by(|one, other| one.along.metres().total_cmp(&other.along.metres()));
        let parts = RouteParts {
            id: RouteId::new(&self.id).expect("an id"),
            name: text(&self.id),
            summary: Text::default(),
            description: Text::default(),
            creator: String::new(),
            days: None,
            official_length: None,
            districts: Vec::new(),
            suitability: Vec::new(),
            unverified: Vec::new(),
            name_sources: Text::default(),
            facts: Vec::new(),
            pictures: Vec::new(),
            line,
            stages,
            legs,
            stops,
        };
        Route::new(parts).expect("the parts fit")
    }
}

fn put(sketch: &StopSketch, line: &Line, stages: &[Stage]) -> Stop {
    let position = Point::new(sketch.lat, sketch.lon).expect("on earth");
    let foot = line.nearest_between(position.ecef(), Along::START, line.end());
    let stage = stages.iter().rev().find(|stage| stage.from <= foot.along).expect("stages cover the line");
    Stop {
        id: StopId::new(sketch.id).expect("an id"),
        stage: stage.id.clone(),
        category: Category::Nature,
        position,
        accuracy: Metres(50.0),
        position_source: String::new(),
        radius: Metres(sketch.radius),
        official: false,
        official_note: None,
        optional: false,
        same_place_as: None,
        unverified: Vec::new(),
        name: text(sketch.id),
        summary: text("Something to see."),
        description: Text::default(),
        facts: Vec::new(),
        pictures: Vec::new(),
        along: foot.along,
        distance: foot.distance,
        side: line.side_of(foot.along, position.ecef()),
    }
}
