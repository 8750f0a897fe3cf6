//! A point with what is known of it.

use std::io::Read;

use quick_xml::events::Event;

use super::coordinates::HEIGHTS;
use super::digits::number;
use super::fault::{GpxError, Oddity, Warning, shortened};
use super::reader::{Known, POINT_LEVEL, Place, Reader, Step, copy_tag};
use super::time::parse_time;
use crate::geometry::Point;

/// What a child of a point turned out to be.
enum Child {
    Elevation,
    Time,
    Detail,
}

impl<R: Read> Reader<R> {
    pub(super) fn point(&mut self, point: Point, empty: bool, buffer: &mut Vec<u8>) -> Result<Step, GpxError> {
        self.details.clear();
        let mut known = Known { point, elevation: None, time_ms: None };
        if !empty {
            self.point_children(&mut known, buffer)?;
        }
        self.namespaces.leave(POINT_LEVEL);
        Ok(match self.place {
            Place::Segment => Step::Point(known),
            Place::Route => Step::RoutePoint(known),
            _ => Step::Waypoint(known),
        })
    }

    pub(super) fn point_children(&mut self, known: &mut Known, buffer: &mut Vec<u8>) -> Result<(), GpxError> {
        loop {
            let child = match self.markup.next(buffer)? {
                Event::Start(tag) => match self.namespaces.local(tag.name().as_ref(), tag.attributes_raw()) {
                    Some("ele") => Child::Elevation,
                    Some("time") => Child::Time,
                    _ => {
                        copy_tag(&tag, false, &mut self.details);
                        self.markup.count_kept(tag.len())?;
                        Child::Detail
                    }
                },
                Event::Empty(tag) => {
                    let name = tag.name();
                    let local = self.namespaces.local(name.as_ref(), tag.attributes_raw());
                    if !matches!(local, Some("ele" | "time")) {
                        copy_tag(&tag, true, &mut self.details);
                        self.markup.count_kept(tag.len())?;
                    }
                    continue;
                }
                Event::End(_) => return Ok(()),
                _ => continue,
            };
            match child {
                Child::Detail => self.markup.keep(buffer, &mut self.details)?,
                Child::Elevation => self.elevation(known, buffer)?,
                Child::Time => self.time(known, buffer)?,
            }
        }
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
