//! The column beside the map: title, stages with their stops, key, exactness, credits.

use std::ops::Deref;

use route_guide_core::geometry::Metres;
use route_guide_core::model::{Language, Mode, Origin, Route, Stage, Unverified};

use super::base::draw_border;
use super::drawing::{Anchor, Drawing, Ink, PathText};
use super::lettering::{ASCENT, Cut, Lettering, Words};
use super::names::draw_information_sign;
use super::plane::{Rect, Spot};
use super::sheet::{Shown, Style};
use super::stops::draw_mark;
use super::way::draw_stretch;
use super::words::Speech;
use super::{Poster, palette};

const MARGIN: f64 = 26.0;
/// The column grows with the room there is, to this share of the size it is designed in.
const LARGEST: f64 = 1.24;
/// Smaller than this share of its full size, the column would be too small to read: then stops are left out.
const SMALLEST: f64 = 0.55;

/// No column holds more.
const MOST_LISTED: usize = 300;

/// Draws the column as large as it fits.
pub(super) fn draw(drawing: &mut Drawing<'_>, poster: &Poster<'_>, shown: Shown, area: Rect, style: &Style) {
    let speech = Speech::new(poster.language);
    let foot = Foot::new(drawing.lettering, poster, &speech.projection(shown.meridian), area);
    let room = foot.top - MARGIN * 0.5;
    let mut content = Content { poster, speech, style, shown, area, scale: LARGEST, stops: poster.route.stops.len() };
    content.stops = content.stops.min(MOST_LISTED);
    while Column::write(&mut Drawing::new(drawing.lettering), &content) > room {
        if content.scale > SMALLEST {
            content.scale -= 0.03;
        } else if content.stops > 0 {
            content.stops -= content.stops.div_ceil(20);
        } else {
            break;
        }
    }
    Column::write(drawing, &content);
    foot.draw(drawing);
}

/// What the column holds, and how large.
struct Content<'a> {
    poster: &'a Poster<'a>,
    speech: Speech,
    style: &'a Style,
    shown: Shown,
    area: Rect,
    /// The share of the size it is designed in.
    scale: f64,
    /// How many stops are listed.
    stops: usize,
}

/// The column as it is being written, from the top.
struct Column<'a, 'b> {
    drawing: &'a mut Drawing<'b>,
    content: &'a Content<'a>,
    y: f64,
}

impl<'a> Deref for Column<'a, '_> {
    type Target = Content<'a>;
    fn deref(&self) -> &Content<'a> {
        self.content
    }
}

impl Column<'_, '_> {
    /// Writes it all and tells where it ends.
    fn write(drawing: &mut Drawing<'_>, content: &Content<'_>) -> f64 {
        let mut column = Column { drawing, content, y: content.area.top + MARGIN };
        column.draw();
        column.y
    }

    fn draw(&mut self) {
        self.draw_title();
        self.draw_figures();
        if let Some(length) = self.poster.route.official_length {
            let text = self.speech.official_length(length);
            self.draw_text(Cut::Regular, 8.6, 0.0, palette::QUIET_INK, &text);
            self.y += 7.0 * self.scale;
        }
        self.draw_text(
            Cut::Regular,
            10.5,
            0.0,
            palette::INK,
            self.poster.route.summary.in_language(self.poster.language),
        );
        self.y += 12.0 * self.scale;
        let route = self.poster.route;
        for (number, stage) in (1..).zip(&route.stages) {
            self.draw_stage(number, stage);
        }
        if self.stops < route.stops.len() {
            let text = self.speech.more_stops(route.stops.len() - self.stops);
            self.draw_text(Cut::Italic, 9.5, 0.0, palette::QUIET_INK, &text);
        }
        self.draw_rule();
        self.draw_key();
        let exactness = self.speech.exactness(route.indicative_share());
        self.draw_text(Cut::Regular, 8.6, 0.0, palette::INK, &exactness);
        if route.unverified.contains(&Unverified::Name(self.poster.language)) {
            self.y += 3.0 * self.scale;
            self.draw_text(Cut::Regular, 8.6, 0.0, palette::INK, self.speech.unverified_name());
        }
    }

    fn left(&self) -> f64 {
        self.area.left + MARGIN
    }

    fn width(&self) -> f64 {
        self.area.width() - 2.0 * MARGIN
    }

    fn draw_title(&mut self) {
        let name = &self.poster.route.name;
        self.draw_block(Cut::Bold, 31.0, 1.08, palette::INK, name.in_language(self.poster.language));
        if let Some(own) = name.exactly(Language::LT).filter(|_| self.poster.language != Language::LT) {
            self.y += 3.0 * self.scale;
            self.draw_text(Cut::Italic, 14.0, 0.0, palette::QUIET_INK, own);
        }
        self.y += 9.0 * self.scale;
        let mode = main_mode(self.poster.route);
        let bar = Rect::new(self.left(), self.y, 54.0 * self.scale, 4.5 * self.scale);
        self.drawing.rect(bar, &format!("fill=\"{}\"", palette::way(mode)));
        self.y += 18.0 * self.scale;
    }

    /// Length, stages and stops as large figures side by side.
    fn draw_figures(&mut self) {
        let route = self.poster.route;
        let length = self.speech.length(route.line.length());
        let figures = [
            (length, self.speech.by_length()),
            (route.stages.len().to_string(), self.speech.stages(route.stages.len())),
            (route.stops.len().to_string(), self.speech.stops(route.stops.len())),
        ];
        let (large, small) = (19.0 * self.scale, 8.6 * self.scale);
        let baseline = self.y + large * ASCENT;
        let mut x = self.left();
        for (figure, caption) in figures {
            let figure = self.drawing.lettering.set(Cut::Bold, large, &figure);
            let caption = self.drawing.lettering.set(Cut::Regular, small, caption);
            self.drawing.words(&figure, Spot::new(x, baseline), Anchor::Start, Ink::plain(palette::INK));
            let below = Spot::new(x, baseline + small * 1.35);
            self.drawing.words(&caption, below, Anchor::Start, Ink::plain(palette::QUIET_INK));
            x += figure.width.max(caption.width) + 18.0 * self.scale;
        }
        self.y = baseline + small * 1.35 + 14.0 * self.scale;
    }

    fn draw_stage(&mut self, number: usize, stage: &Stage) {
        let size = 11.5 * self.scale;
        let length = self.speech.length(stage.to - stage.from);
        let length = self.drawing.lettering.set(Cut::Regular, size * 0.92, &length);
        self.draw_rule();
        let heading = self.drawing.lettering.set(Cut::Bold, size * 0.78, &self.speech.stage(number));
        let at = Spot::new(self.left(), self.y + size * ASCENT);
        self.drawing.words(&heading, at, Anchor::Start, Ink::plain(palette::way(main_mode(self.poster.route))));
        let right = Spot::new(self.area.right - MARGIN, self.y + size * ASCENT);
        self.drawing.words(&length, right, Anchor::End, Ink::plain(palette::QUIET_INK));
        self.y += size * 1.3;
        self.draw_text(Cut::Bold, 11.5, 0.0, palette::INK, stage.name.in_language(self.poster.language));
        self.y += 4.0 * self.scale;
        let stops = self.poster.route.stops.iter().enumerate().take(self.stops);
        for (place, stop) in stops.filter(|(_, stop)| stop.stage == stage.id) {
            let radius = self.style.mark * 0.82 * self.scale;
            let middle = Spot::new(self.left() + radius, self.y + 6.2 * self.scale);
            draw_mark(self.drawing, place + 1, stop.optional, middle, radius);
            let name = stop.name.in_language(self.poster.language);
            self.draw_text(Cut::Regular, 10.2, 20.0, palette::INK, name);
            self.y += 3.2 * self.scale;
        }
        self.y += 6.0 * self.scale;
    }

    fn draw_rule(&mut self) {
        let (left, right) = (self.left(), self.area.right - MARGIN);
        let attributes = format!("stroke=\"{}\" stroke-width=\"0.8\"", palette::RULE);
        self.drawing.line(Spot::new(left, self.y), Spot::new(right, self.y), &attributes);
        self.y += 8.0 * self.scale;
    }

    fn draw_key(&mut self) {
        let route = self.poster.route;
        for mode in Mode::ALL.iter().copied() {
            let origins: Vec<Origin> = route.legs.iter().filter(|leg| leg.mode == mode).map(|leg| leg.origin).collect();
            if origins.is_empty() {
                continue;
            }
            let indicative = origins.contains(&Origin::Indicative);
            let drawn = origins.iter().any(|origin| *origin != Origin::Indicative);
            let shown = [(drawn, Origin::Digitised), (indicative, Origin::Indicative)];
            let shown: Vec<Origin> = shown.into_iter().filter_map(|(used, origin)| used.then_some(origin)).collect();
            self.draw_key_ways(mode, &shown);
        }
        let has = |origin: bool| route.legs.iter().any(|leg| (leg.origin == Origin::Indicative) == origin);
        let explained = [(has(false), self.speech.drawn_way()), (has(true), self.speech.indicative_way())];
        for (_, text) in explained.into_iter().filter(|(used, _)| *used) {
            self.draw_text(Cut::Italic, 8.6, 66.0, palette::QUIET_INK, text);
            self.y += 1.5 * self.scale;
        }
        self.y += 3.0 * self.scale;
        let (radius, width) = (self.style.mark * 0.72 * self.scale, self.style.shore);
        if let Some(place) = route.stops.iter().position(|stop| stop.optional) {
            self.draw_key_sign(self.speech.optional_stop(), |drawing, at| {
                draw_mark(drawing, place + 1, true, at, radius)
            });
        }
        if self.shown.information {
            let text = self.speech.information_centre();
            self.draw_key_sign(text, |drawing, at| draw_information_sign(drawing, at, radius * 0.9));
        }
        if self.shown.border {
            let text = self.speech.country_border();
            let half = 26.0 * self.scale;
            self.draw_key_sign(text, |drawing, at| {
                let ends = [Spot::new(at.x - half, at.y), Spot::new(at.x + half, at.y)];
                draw_border(drawing, &PathText::line(&ends), width);
            });
        }
        self.y += 5.0 * self.scale;
    }

    fn draw_key_ways(&mut self, mode: Mode, origins: &[Origin]) {
        let line = self.style.line * self.scale;
        let middle = self.y + 4.6 * self.scale;
        let each = 54.0 * self.scale / origins.len() as f64;
        for (place, origin) in origins.iter().enumerate() {
            let from = Spot::new(self.left() + line / 2.0 + each * place as f64, middle);
            let to = Spot::new(from.x + each - line * 1.6, middle);
            draw_stretch(self.drawing, mode, *origin, &[from, to], line);
        }
        self.draw_text(Cut::Regular, 9.2, 66.0, palette::INK, self.speech.mode(mode));
        self.y += 3.0 * self.scale;
    }

    fn draw_key_sign(&mut self, text: &str, sign: impl FnOnce(&mut Drawing<'_>, Spot)) {
        let at = Spot::new(self.left() + 27.0 * self.scale, self.y + 5.2 * self.scale);
        sign(self.drawing, at);
        self.draw_text(Cut::Regular, 9.2, 66.0, palette::INK, text);
        self.y += 3.0 * self.scale;
    }

    fn draw_text(&mut self, cut: Cut, size: f64, indent: f64, colour: &'static str, text: &str) {
        let indent = indent * self.scale;
        let lines = self.drawing.lettering.wrap(cut, size * self.scale, self.width() - indent, text);
        for line in &lines {
            let at = Spot::new(self.left() + indent, self.y + line.size * ASCENT);
            self.drawing.words(line, at, Anchor::Start, Ink::plain(colour));
            self.y += line.size * 1.3;
        }
    }

    /// A title: set smaller until its longest word fits.
    fn draw_block(&mut self, cut: Cut, size: f64, leading: f64, colour: &'static str, text: &str) {
        let mut size = size * self.scale;
        let mut lines = self.drawing.lettering.wrap(cut, size, self.width(), text);
        while size > 8.0 && lines.iter().any(|line| line.width > self.width()) {
            size *= 0.94;
            lines = self.drawing.lettering.wrap(cut, size, self.width(), text);
        }
        for line in &lines {
            let at = Spot::new(self.left(), self.y + line.size * ASCENT);
            self.drawing.words(line, at, Anchor::Start, Ink::plain(colour));
            self.y += line.size * leading;
        }
    }
}

/// The mode in which most of the route is travelled.
fn main_mode(route: &Route) -> Mode {
    let length =
        |mode: Mode| -> Metres { route.legs.iter().filter(|leg| leg.mode == mode).map(|leg| leg.to - leg.from).sum() };
    let longest = Mode::ALL.iter().copied().max_by(|a, b| length(*a).0.total_cmp(&length(*b).0));
    longest.unwrap_or(Mode::Walk)
}

/// The small print at the foot of the column.
struct Foot {
    lines: Vec<Words>,
    left: f64,
    top: f64,
}

impl Foot {
    const SIZE: f64 = 6.6;

    fn new(lettering: &Lettering, poster: &Poster<'_>, projection: &str, area: Rect) -> Foot {
        let mut texts = vec![projection.to_owned()];
        for attribution in poster.attributions {
            let text = format!("{} ({})", attribution.text, attribution.licence);
            if !texts.contains(&text) {
                texts.push(text);
            }
        }
        let width = area.width() - 2.0 * MARGIN;
        let mut lines = Vec::new();
        for text in texts {
            lines.extend(lettering.wrap(Cut::Regular, Foot::SIZE, width, &text));
        }
        let top = area.bottom - MARGIN - lines.len() as f64 * Foot::SIZE * 1.3;
        Foot { lines, left: area.left + MARGIN, top }
    }

    fn draw(&self, drawing: &mut Drawing<'_>) {
        for (place, line) in self.lines.iter().enumerate() {
            let baseline = self.top + Foot::SIZE * (ASCENT + 1.3 * place as f64);
            drawing.words(line, Spot::new(self.left, baseline), Anchor::Start, Ink::plain(palette::QUIET_INK));
        }
    }
}
