//! A point with what is known of it.

use std::io::Read;

use super::coordinates::HEIGHTS;
use super::digits::number;
use super::fault::{GpxError, Oddity, Warning, shortened};
use super::reader::{Known, POINT_LEVEL, Place, Reader, Step, copy_tag};
use super::shaping::flawed_shape;
use super::time::parse_time;
use super::token::Token;
use crate::geometry::Point;

/// What a child of a point turned out to be.
enum Child {
    Elevation,
    Time,
    Detail { from: usize },
}

impl<R: Read> Reader<R> {
    pub(super) fn point(
        &mut self,
        point: Point,
        of: Place,
        empty: bool,
        buffer: &mut Vec<u8>,
    ) -> Result<Step, GpxError> {
        self.details.clear();
        let mut known = Known { point, elevation: None, time_ms: None };
        if !empty {
            self.point_children(&mut known, buffer)?;
        }
        self.namespaces.leave(POINT_LEVEL);
        if of == Place::Route {
            self.tell_flawed_shape();
        }
        Ok(match of {
            Place::Segment => Step::Point(known),
            Place::Route => Step::RoutePoint(known),
            _ => Step::Waypoint(known),
        })
    }

    /// Tells of points in the route point just read that should draw the line on and cannot.
    fn tell_flawed_shape(&mut self) {
        if let Some((count, first)) = flawed_shape(&self.details) {
            let at = self.markup.at_point();
            self.note(Warning { at, oddity: Oddity::Shape { count, first: shortened(&first) } });
        }
    }

    /// Reads what stands in a point. Where that breaks, the point is what was known of it by then.
    pub(super) fn point_children(&mut self, known: &mut Known, buffer: &mut Vec<u8>) -> Result<(), GpxError> {
        match self.children(known, buffer) {
            Err(error) => self.recover(error),
            read => read,
        }
    }

    fn children(&mut self, known: &mut Known, buffer: &mut Vec<u8>) -> Result<(), GpxError> {
        loop {
            let child = match self.markup.next(buffer)? {
                Token::Start(tag) => match self.namespaces.local(tag.name(), tag.attributes()) {
                    Some("ele") => Child::Elevation,
                    Some("time") => Child::Time,
                    _ => {
                        let from = self.details.len();
                        copy_tag(&tag, false, &mut self.details);
                        self.markup.count_kept(tag.as_str().len())?;
                        Child::Detail { from }
                    }
                },
                Token::Empty(tag) => {
                    let local = self.namespaces.local(tag.name(), tag.attributes());
                    if !matches!(local, Some("ele" | "time")) {
                        copy_tag(&tag, true, &mut self.details);
                        self.markup.count_kept(tag.as_str().len())?;
                    }
                    continue;
                }
                Token::End(_) => return Ok(()),
                Token::Text(text) if text.contains('\0') => return Err(self.markup.hole()),
                _ => continue,
            };
            match child {
                Child::Detail { from } => self.detail(from, buffer)?,
                Child::Elevation => self.elevation(known, buffer)?,
                Child::Time => self.time(known, buffer)?,
            }
        }
    }

    /// Keeps a detail whose tag is kept, from there on, or nothing of it.
    fn detail(&mut self, from: usize, buffer: &mut Vec<u8>) -> Result<(), GpxError> {
        let begins = self.details.len();
        let kept = self.markup.keep(buffer, &mut self.details);
        let has_hole = || self.details.get(begins..).is_some_and(|detail| detail.contains('\0'));
        // Devices fill the names of places up with zeros; nobody does so with what is said of a track's point.
        let kept =
            if kept.is_ok() && self.place == Place::Segment && has_hole() { Err(self.markup.hole()) } else { kept };
        if kept.is_err() {
            self.details.truncate(from);
        }
        kept
    }

    fn elevation(&mut self, known: &mut Known, buffer: &mut Vec<u8>) -> Result<(), GpxError> {
        self.markup.text(buffer, &mut self.text)?;
        let text = self.text.trim();
        let oddity = match number(text) {
            Some(metres) if HEIGHTS.contains(&metres) => {
                known.elevation = Some(metres);
                return Ok(());
            }
            None if text.is_empty() => return Ok(()),
            None if !text.parse().is_ok_and(f64::is_infinite) => Oddity::Elevation(shortened(text)),
            _ => Oddity::ImpossibleElevation(shortened(text)),
        };
        let at = self.markup.at_text();
        self.note(Warning { at, oddity });
        Ok(())
    }

    fn time(&mut self, known: &mut Known, buffer: &mut Vec<u8>) -> Result<(), GpxError> {
        self.markup.text(buffer, &mut self.text)?;
        match parse_time(&self.text) {
            Some(time_ms) => known.time_ms = Some(time_ms),
            None if self.text.trim().is_empty() => {}
            None => {
                let (at, oddity) = (self.markup.at_text(), Oddity::Time(shortened(&self.text)));
                self.note(Warning { at, oddity });
            }
        }
        Ok(())
    }
}
