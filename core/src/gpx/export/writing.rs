//! One file being written: metadata, stops, tracks.

use std::io::{self, Write};

use super::names::Names;
use super::page::{OSMAND, Page, degrees};
use super::profile::{OSMAND_TRACK, Profile, garmin_symbol, osmand_look};
use super::stretch::{Detail, Stretch};
use super::words::Words;
use super::{Export, ExportError, Exported, ExportedTrack};
use crate::geometry::Bounds;
use crate::gpx::time::format_time;
use crate::model::{Fact, Mode, Stop};

pub(super) struct Writing<'e> {
    pub(super) how: &'e Export<'e>,
    pub(super) detail: Detail,
}

impl Writing<'_> {
    pub(super) fn write(
        &self,
        stretches: &[Stretch<'_>],
        names: &mut Names,
        out: &mut impl Write,
    ) -> Result<Exported, ExportError> {
        let namespaces = if self.how.profile == Profile::Osmand { &[OSMAND][..] } else { &[] };
        let mut page = Page::begin_gpx(out, namespaces)?;
        self.metadata(stretches, &mut page)?;
        let mut waypoints = 0;
        for stop in stretches.iter().flat_map(|stretch| &stretch.stops) {
            self.waypoint(stop, names, &mut page)?;
            waypoints += 1;
        }
        for stretch in stretches {
            self.track(stretch, &mut page)?;
        }
        if self.how.profile == Profile::Osmand {
            page.open("extensions", &[])?;
            page.text("osmand:color", OSMAND_TRACK)?;
            page.text("osmand:width", "bold")?;
            page.text("osmand:show_arrows", "true")?;
            page.close("extensions")?;
        }
        page.close("gpx")?;
        page.end()?;
        Ok(Exported { tracks: stretches.iter().map(|stretch| self.exported(stretch)).collect(), waypoints })
    }

    fn words(&self) -> Words {
        Words::of(self.how.language)
    }

    fn metadata<W: Write>(&self, stretches: &[Stretch<'_>], page: &mut Page<W>) -> io::Result<()> {
        let (language, manifest) = (self.how.language, self.how.manifest);
        page.open("metadata", &[])?;
        page.text("name", &self.title(stretches))?;
        page.text("desc", &self.about(stretches))?;
        page.open("author", &[])?;
        page.text("name", &manifest.publisher)?;
        page.close("author")?;
        page.open("copyright", &[("author", &manifest.publisher)])?;
        let year = manifest.published.get(..4).filter(|year| year.bytes().all(|byte| byte.is_ascii_digit()));
        page.text("year", year.unwrap_or_default())?;
        page.text("license", &licence_address(&manifest.licence).unwrap_or_default())?;
        page.close("copyright")?;
        for attribution in &manifest.attributions {
            let text = format!("{} ({})", attribution.text, attribution.licence);
            link(attribution.url.as_deref(), &text, page)?;
        }
        page.text("time", &self.how.time_ms.and_then(format_time).unwrap_or_default())?;
        page.text("keywords", manifest.name.in_language(language))?;
        bounds(stretches, page)?;
        page.close("metadata")
    }

    fn title(&self, stretches: &[Stretch<'_>]) -> String {
        let language = self.how.language;
        match stretches {
            [only] => match only.stage {
                Some(stage) => {
                    format!("{} – {}", only.route.name.in_language(language), stage.name.in_language(language))
                }
                None => only.route.name.in_language(language).to_owned(),
            },
            _ => self.how.manifest.name.in_language(language).to_owned(),
        }
    }

    /// What the file holds, how exact it is, and whom to name.
    fn about(&self, stretches: &[Stretch<'_>]) -> String {
        let (language, manifest, words) = (self.how.language, self.how.manifest, self.words());
        let mut lines = Vec::new();
        match stretches {
            [only] => {
                lines.push(only.summary().in_language(language).to_owned());
                lines.extend(self.honest(only));
            }
            _ => {
                lines.push(manifest.summary.in_language(language).to_owned());
                for stretch in stretches {
                    lines.push(format!("{}: {}", stretch.name, self.honest(stretch).join(" ")));
                }
            }
        }
        // Stops and the ends of legs stay, whatever was asked for.
        if let Detail::Points(count) = self.detail
            && stretches.iter().all(|stretch| self.written(stretch) <= count)
        {
            lines.push(words.limit(count));
        }
        let credit = |what: &str, text: &str, licence: &str| format!("{what}: {text} ({licence})");
        lines.extend(manifest.attributions.iter().map(|by| credit(&by.what, &by.text, &by.licence)));
        lines.push(format!("{} ({})", manifest.publisher, manifest.licence));
        lines.retain(|line| !line.trim().is_empty());
        lines.join("\n")
    }

    /// What was left out of a line, what of it is only indicative, and what nobody has checked.
    fn honest(&self, stretch: &Stretch<'_>) -> Vec<String> {
        let words = self.words();
        let mut lines = vec![words.detail(stretch.kept.len(), stretch.line.points().len(), stretch.tolerance)];
        lines.extend(words.indicative(stretch.indicative_share()));
        lines.extend(words.unverified(&stretch.route.unverified));
        lines
    }

    fn waypoint<W: Write>(&self, stop: &Stop, names: &mut Names, page: &mut Page<W>) -> io::Result<()> {
        let (language, words) = (self.how.language, self.words());
        let [lat, lon] = degrees(stop.position);
        page.open("wpt", &[("lat", &lat), ("lon", &lon)])?;
        page.text("name", &names.choose(stop.name.in_language(language)))?;
        page.text("cmt", stop.summary.in_language(language))?;
        let mut about = vec![stop.summary.in_language(language), stop.description.in_language(language)];
        let unverified = words.unverified(&stop.unverified);
        about.extend(unverified.as_deref());
        about.retain(|text| !text.trim().is_empty());
        page.text("desc", &about.join("\n\n"))?;
        page.text("src", &format!("{}, ±{}", stop.position_source, words.metres(stop.accuracy)))?;
        for source in sources(&stop.facts) {
            link(Some(source), "", page)?;
        }
        if self.how.profile.has_symbols() {
            page.text("sym", garmin_symbol(stop.category))?;
        }
        page.text("type", stop.category.word(language))?;
        if self.how.profile == Profile::Osmand {
            let (icon, colour) = osmand_look(stop.category);
            page.open("extensions", &[])?;
            page.text("osmand:icon", icon)?;
            page.text("osmand:background", if stop.optional { "square" } else { "circle" })?;
            page.text("osmand:color", colour)?;
            page.close("extensions")?;
        }
        page.close("wpt")
    }

    fn track<W: Write>(&self, stretch: &Stretch<'_>, page: &mut Page<W>) -> io::Result<()> {
        let (language, words) = (self.how.language, self.words());
        page.open("trk", &[])?;
        page.text("name", &stretch.name)?;
        let legs = stretch.legs.iter().enumerate();
        let legs: Vec<String> =
            legs.map(|(number, (leg, _))| words.leg(number + 1, leg.mode, leg.origin, leg.accuracy)).collect();
        page.text("cmt", &legs.join("\n"))?;
        let mut about = vec![stretch.summary().in_language(language), stretch.description().in_language(language)];
        let honest = self.honest(stretch).join("\n");
        about.push(&honest);
        about.retain(|text| !text.trim().is_empty());
        page.text("desc", &about.join("\n\n"))?;
        for source in sources(&stretch.route.facts) {
            link(Some(source), "", page)?;
        }
        page.text("type", stretch.only_mode().map_or("", sport))?;
        let elevations = stretch.line.elevations();
        for segment in self.segments(stretch) {
            page.open("trkseg", &[])?;
            for &vertex in segment {
                let elevation = elevations.map(|metres| metres[vertex]);
                page.track_point(stretch.line.points()[vertex], elevation)?;
            }
            page.close("trkseg")?;
        }
        page.close("trk")
    }

    /// One segment a leg; Komoot reads only the first, so there all legs are one.
    fn segments<'s>(&self, stretch: &'s Stretch<'_>) -> Vec<&'s [usize]> {
        stretch.segments(self.how.profile == Profile::Komoot)
    }

    fn written(&self, stretch: &Stretch<'_>) -> usize {
        self.segments(stretch).iter().map(|segment| segment.len()).sum()
    }

    fn exported(&self, stretch: &Stretch<'_>) -> ExportedTrack {
        ExportedTrack {
            name: stretch.name.clone(),
            points: stretch.kept.len(),
            written: self.written(stretch),
            of: stretch.line.points().len(),
            tolerance: stretch.tolerance,
        }
    }
}

/// The box around everything; none where it would cross the antimeridian, which GPX cannot say.
fn bounds<W: Write>(stretches: &[Stretch<'_>], page: &mut Page<W>) -> io::Result<()> {
    let lines = stretches.iter().flat_map(|stretch| stretch.line.points()).copied();
    let stops = stretches.iter().flat_map(|stretch| &stretch.stops).map(|stop| stop.position);
    let Some(around) = Bounds::around(lines.chain(stops)).filter(|around| !around.crosses_antimeridian()) else {
        return Ok(());
    };
    let [south, west, north, east] =
        [around.south, around.west, around.north, around.east].map(|degrees| format!("{degrees:.7}"));
    if east == "180.0000000" {
        return Ok(());
    }
    page.empty("bounds", &[("minlat", &south), ("minlon", &west), ("maxlat", &north), ("maxlon", &east)])
}

fn link<W: Write>(address: Option<&str>, text: &str, page: &mut Page<W>) -> io::Result<()> {
    let Some(address) = address.filter(|address| is_address(address)) else { return Ok(()) };
    if text.is_empty() {
        return page.empty("link", &[("href", address)]);
    }
    page.open("link", &[("href", address)])?;
    page.text("text", text)?;
    page.close("link")
}

fn is_address(text: &str) -> bool {
    let rest = text.strip_prefix("https://").or_else(|| text.strip_prefix("http://"));
    rest.is_some_and(|rest| {
        !rest.is_empty() && !rest.contains(|c: char| c.is_whitespace() || "<>\"{}|\\^`".contains(c))
    })
}

/// The web addresses that facts rest on, each once.
fn sources(facts: &[Fact]) -> Vec<&str> {
    let mut sources: Vec<&str> = Vec::new();
    for source in facts.iter().filter_map(|fact| fact.source.as_deref()).filter(|source| is_address(source)) {
        if !sources.contains(&source) {
            sources.push(source);
        }
    }
    sources
}

/// Where a licence can be read: its own address, or SPDX's of the licence of that name.
fn licence_address(licence: &str) -> Option<String> {
    let is_spdx = |c: char| c.is_ascii_alphanumeric() || ".-+".contains(c);
    if is_address(licence) {
        Some(licence.to_owned())
    } else {
        (!licence.is_empty() && licence.chars().all(is_spdx))
            .then(|| format!("https://spdx.org/licenses/{licence}.html"))
    }
}

/// The word that fitness programs know a way of travelling by.
pub(super) fn sport(mode: Mode) -> &'static str {
    match mode {
        Mode::Walk => "hiking",
        Mode::Bike => "cycling",
        Mode::Car => "driving",
        Mode::Boat => "kayaking",
        Mode::Ferry => "",
    }
}
