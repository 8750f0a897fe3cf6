//! Times as GPX files write them.
//!
//! GPX wants `2026-05-17T09:30:00Z`; devices also write fractions, local offsets, a space for the `T`, or no zone at
//! all (then it is UTC, as GPX says); some write the digits of their own script. The calendar is Gregorian, by Howard Hinnant's `days_from_civil` (2013).

use std::fmt::Write;
use std::ops::Range;

use super::digits::in_ascii;

const DAY_MS: i64 = 86_400_000;
/// From the year 0 to 9999.
const WRITABLE: Range<i64> = -62_167_219_200_000..253_402_300_800_000;

/// Milliseconds since 1970-01-01 UTC, or `None` where the text is no time.
#[must_use]
pub fn parse_time(text: &str) -> Option<i64> {
    parse_time_bytes(in_ascii(text).as_bytes())
}

/// The same of bytes that need not be text.
#[inline]
pub(super) fn parse_time_bytes(bytes: &[u8]) -> Option<i64> {
    let mut rest = Rest(bytes.trim_ascii());
    let (year, month, day) = (rest.digits(4)?, rest.after(b"-")?.digits(2)?, rest.after(b"-")?.digits(2)?);
    let midnight = days(year, month, day)? * DAY_MS;
    if rest.0.is_empty() {
        return Some(midnight);
    }
    let (hour, minute) = (rest.after(b"Tt ")?.digits(2)?, rest.after(b":")?.digits(2)?);
    let second = if rest.0.first() == Some(&b':') { rest.after(b":")?.digits(2)? } else { 0 };
    // 24:00 ends a day, and a leap second is the one before it once more.
    if hour > 24 || minute > 59 || second > 60 || (hour == 24 && (minute, second) != (0, 0)) {
        return None;
    }
    let clock = (hour * 60 + minute) * 60_000 + second.min(59) * 1_000 + rest.fraction()?;
    // A zone can lead out of the four digits that a year has.
    Some(midnight + clock - rest.zone()?).filter(|time_ms| WRITABLE.contains(time_ms))
}

/// The form GPX wants, with milliseconds only where there are some; years outside 0 to 9999 have none.
#[must_use]
pub fn format_time(time_ms: i64) -> Option<String> {
    let (year, month, day) = civil(time_ms.div_euclid(DAY_MS));
    if !(0..=9999).contains(&year) {
        return None;
    }
    let clock = time_ms.rem_euclid(DAY_MS);
    let (hour, minute, second, ms) = (clock / 3_600_000, clock / 60_000 % 60, clock / 1_000 % 60, clock % 1_000);
    let mut text = format!("{year:04}-{month:02}-{day:02}T{hour:02}:{minute:02}:{second:02}");
    if ms > 0 {
        let _ = write!(text, ".{ms:03}");
    }
    text.push('Z');
    Some(text)
}

struct Rest<'t>(&'t [u8]);

impl Rest<'_> {
    #[inline]
    fn digits(&mut self, count: usize) -> Option<i64> {
        let (digits, rest) = self.0.split_at_checked(count)?;
        self.0 = rest;
        digits.iter().try_fold(0, |number, byte| byte.is_ascii_digit().then(|| number * 10 + i64::from(byte - b'0')))
    }

    #[inline]
    fn after(&mut self, any_of: &[u8]) -> Option<&mut Self> {
        let (first, rest) = self.0.split_first()?;
        self.0 = rest;
        any_of.contains(first).then_some(self)
    }

    /// Milliseconds behind a point or comma; finer digits are cut off.
    fn fraction(&mut self) -> Option<i64> {
        if !matches!(self.0.first(), Some(b'.' | b',')) {
            return Some(0);
        }
        self.0 = &self.0[1..];
        let count = self.0.iter().take_while(|byte| byte.is_ascii_digit()).count();
        let (digits, rest) = self.0.split_at(count);
        self.0 = rest;
        let digit = |place: usize| digits.get(place).map_or(0, |byte| i64::from(byte - b'0'));
        (count > 0).then(|| digit(0) * 100 + digit(1) * 10 + digit(2))
    }

    /// How far the zone is ahead of UTC, in milliseconds; nothing may follow.
    fn zone(&mut self) -> Option<i64> {
        let text = self.0.trim_ascii_start();
        let (sign, digits) = match text {
            [] | [b'Z' | b'z'] => return Some(0),
            _ if text.eq_ignore_ascii_case(b"UTC") || text.eq_ignore_ascii_case(b"GMT") => return Some(0),
            [b'+', digits @ ..] => (1, digits),
            [b'-', digits @ ..] => (-1, digits),
            _ => return None,
        };
        self.0 = digits;
        let hours = self.digits(2)?;
        if self.0.first() == Some(&b':') {
            self.0 = &self.0[1..];
        }
        let minutes = if self.0.is_empty() { 0 } else { self.digits(2)? };
        (self.0.is_empty() && hours <= 15 && minutes <= 59).then_some(sign * (hours * 60 + minutes) * 60_000)
    }
}

/// Days since 1970-01-01; `None` where the month has no such day.
fn days(year: i64, month: i64, day: i64) -> Option<i64> {
    let leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
    let longest = match month {
        4 | 6 | 9 | 11 => 30,
        2 => 28 + i64::from(leap),
        1..=12 => 31,
        _ => return None,
    };
    if !(1..=longest).contains(&day) {
        return None;
    }
    let year = if month <= 2 { year - 1 } else { year };
    let era = year.div_euclid(400);
    let year_of_era = year.rem_euclid(400);
    let day_of_year = (153 * ((month + 9) % 12) + 2) / 5 + day - 1;
    Some(era * 146_097 + year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year - 719_468)
}

/// Year, month and day of a number of days since 1970-01-01.
fn civil(days: i64) -> (i64, i64, i64) {
    let days = days + 719_468;
    let era = days.div_euclid(146_097);
    let day_of_era = days.rem_euclid(146_097);
    let year_of_era = (day_of_era - day_of_era / 1_460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
    let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    let shifted = (5 * day_of_year + 2) / 153;
    let month = if shifted < 10 { shifted + 3 } else { shifted - 9 };
    (era * 400 + year_of_era + i64::from(month <= 2), month, day_of_year - (153 * shifted + 2) / 5 + 1)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn devices_write_one_moment_in_many_ways() {
        for text in [
            "2026-05-17T09:30:00Z",
            " 2026-05-17T09:30:00.000Z\n",
            "2026-05-17T09:30:00",
            "2026-05-17T09:30Z",
            "2026-05-17 09:30:00",
            "2026-05-17T12:30:00+03:00",
            "2026-05-17T12:30:00+0300",
            "2026-05-17T12:30:00+03",
            "2026-05-17T06:00:00-03:30",
            "2026-05-17 09:30:00 UTC",
            "2026-05-17T09:30:00.0000000Z",
            "۲۰۲۶-۰۵-۱۷T۰۹:۳۰:۰۰Z",
            "٢٠٢٦-٠٥-١٧T٠٩:٣٠:٠٠Z",
            "\u{200E}２０２６-05-17T09:30:00Z",
            "२०२६-०५-१७ ०९:३०:००",
        ] {
            assert_eq!(parse_time(text), Some(1_779_010_200_000), "{text}");
        }
        assert_eq!(parse_time("2026-05-17T09:30:00,25Z"), Some(1_779_010_200_250));
        assert_eq!(parse_time("2016-12-31T23:59:60Z"), parse_time("2016-12-31T23:59:59Z"));
        assert_eq!(parse_time("2016-12-31T24:00:00Z"), parse_time("2017-01-01"));
    }

    #[test]
    fn what_is_no_time_is_none() {
        for text in [
            "",
            "Z",
            "yesterday",
            "2026-02-29T00:00:00Z",
            "2026-13-01",
            "2026-00-10",
            "2026-05-17T25:00:00Z",
            "2026-05-17T09:60:00Z",
            "2026-05-17T09:30:00.Z",
            "2026-05-17T09:30:00X",
            "2026-05-17T09:30:00+99:00",
            "20260517T093000Z",
            "-026-05-17",
            "2026-05-17T",
            "2026-05-17T24:00:01Z",
        ] {
            assert_eq!(parse_time(text), None, "{text}");
        }
    }

    proptest! {
        #[test]
        fn a_written_time_reads_the_same(time_ms in -62_000_000_000_000_i64..253_000_000_000_000) {
            let text = format_time(time_ms).expect("within four digits");
            prop_assert_eq!(parse_time(&text), Some(time_ms));
            let jiff: jiff::Timestamp = text.parse().expect("as others read it");
            prop_assert_eq!(jiff.as_millisecond(), time_ms);
        }

        #[test]
        fn no_text_makes_it_stumble(text in "\\PC{0,30}", near in "[-0-9TZ:. +]{0,30}") {
            let _ = parse_time(&text);
            let _ = parse_time(&near);
        }
    }
}
