//! Wrong fixes of many kinds, and the right ones around them.

use proptest::prelude::*;

use super::*;
use crate::geometry::{Bearing, Point};

/// A rider along a meridian at 5 m/s, seen every so many seconds.
fn rider(every: i64, count: i64) -> Vec<Fix> {
    let at = |number: i64| 55.0 + 5.0 * (number * every) as f64 / 111_200.0;
    (0..count).map(|number| Fix::of_position(number * every * 1000, at(number), 21.0, 8.0)).collect()
}

/// A fix at that time, so many metres from where another one is, said to be that exact.
fn elsewhere(fix: &Fix, metres: f64, accuracy_m: f64) -> Fix {
    let there = Point::new(fix.lat, fix.lon).expect("valid").destination(Bearing::new(200.0), Metres(metres));
    Fix { lat: there.lat(), lon: there.lon(), accuracy_m, ..*fix }
}

/// Which fixes are believed in the end.
fn believed(fixes: &[Fix]) -> Vec<bool> {
    let mut judge = Judge::default();
    let mut believed = vec![false; fixes.len()];
    for (number, fix) in fixes.iter().enumerate() {
        match judge.take(fix, number, Mode::Bike) {
            Verdict::Believed => believed[number] = true,
            Verdict::Confirmed { waited, .. } => {
                waited.iter().for_each(|(_, number)| believed[*number] = true);
                believed[number] = true;
            }
            Verdict::Waits(_) | Verdict::Refused(_) => {}
        }
    }
    believed
}

/// The numbers of those that are not believed.
fn refused(fixes: &[Fix]) -> Vec<usize> {
    believed(fixes).iter().enumerate().filter(|(_, believed)| !**believed).map(|(number, _)| number).collect()
}

const FAR: [f64; 5] = [2_000.0, 5_000.0, 50_000.0, 300_000.0, 8_000_000.0];

#[test]
fn a_wrong_first_fix_is_given_up_wherever_it_is_and_however_exact_it_says_to_be() {
    for metres in FAR {
        for accuracy in [4.0, 40.0, 200.0] {
            let mut fixes = rider(1, 60);
            fixes[0] = elsewhere(&fixes[0], metres, accuracy);
            assert_eq!(refused(&fixes), [0], "{metres} m off, {accuracy} m");
            fixes[1] = elsewhere(&fixes[1], metres, accuracy);
            assert_eq!(refused(&fixes), [0, 1], "two of them {metres} m off, {accuracy} m");
        }
    }
}

#[test]
fn an_old_position_said_again_and_again_agrees_with_nothing() {
    for metres in FAR {
        for count in [2, 3, 5, 10] {
            let (mut fixes, mut later) = (rider(1, 60), rider(1, 120));
            let old = elsewhere(&fixes[0], metres, 8.0);
            for number in 0..count {
                fixes[number] = Fix { time_ms: fixes[number].time_ms, ..old };
                later[60 + number] = Fix { time_ms: later[60 + number].time_ms, ..old };
            }
            assert_eq!(refused(&fixes), (0..count).collect::<Vec<_>>(), "{count} at first, {metres} m off");
            assert_eq!(refused(&later), (60..60 + count).collect::<Vec<_>>(), "{count} later, {metres} m off");
        }
    }
}

#[test]
fn one_who_stands_still_is_believed_after_a_while() {
    let fixes: Vec<Fix> = (0..60).map(|second| Fix::of_position(second * 1000, 55.0, 21.0, 8.0)).collect();
    let refused = refused(&fixes);
    assert!(refused.len() < 20, "{refused:?}");
}

#[test]
fn a_few_wrong_fixes_in_the_middle_displace_nobody() {
    for metres in FAR {
        for count in 1..5 {
            let mut fixes = rider(1, 120);
            fixes[60..60 + count].iter_mut().for_each(|fix| *fix = elsewhere(fix, metres, 4.0));
            assert_eq!(refused(&fixes), (60..60 + count).collect::<Vec<_>>(), "{count} of them {metres} m off");
        }
    }
}

#[test]
fn a_wrong_place_that_was_believed_is_left_within_seconds() {
    for metres in FAR {
        for every in [1, 2, 5, 10] {
            let mut fixes = rider(every, 120);
            fixes[..20].iter_mut().for_each(|fix| *fix = elsewhere(fix, metres, 4.0));
            let mut judge = Judge::default();
            let shut_out: Vec<bool> = fixes
                .iter()
                .map(|fix| matches!(judge.take(fix, (), Mode::Bike), Verdict::Waits(_) | Verdict::Refused(_)))
                .collect();
            assert!(!shut_out[19], "the wrong place was believed");
            let long = shut_out[20..].iter().filter(|out| **out).count() as i64 * every;
            assert!(long <= 10, "{metres} m off, every {every} s: {long} s");
        }
    }
}

#[test]
fn one_wrong_fix_in_the_middle_or_after_a_silence_is_left_out_and_nothing_else() {
    for metres in FAR {
        for silence in [1, 20, 60, 150, 600, 3_600] {
            let mut fixes = rider(1, 200);
            for fix in &mut fixes[100..] {
                fix.time_ms += silence * 1000;
            }
            fixes[100] = elsewhere(&fixes[100], metres, 40.0);
            assert_eq!(refused(&fixes), [100], "{metres} m off after {silence} s");
        }
    }
}

#[test]
fn one_clock_ahead_or_behind_is_left_out_and_nothing_else() {
    for hours in [-9_000, -1, 1, 24, 9_000] {
        for wrong in [0, 30] {
            let mut fixes = rider(1, 60);
            fixes[wrong].time_ms += hours * 3_600_000;
            assert_eq!(refused(&fixes), [wrong], "{hours} h at {wrong}");
        }
    }
}

#[test]
fn a_clock_that_was_set_is_gone_along_with() {
    for hours in [-30, -1, 1, 30] {
        let mut fixes = rider(1, 120);
        for fix in &mut fixes[60..] {
            fix.time_ms += hours * 3_600_000;
        }
        assert_eq!(refused(&fixes), [0; 0], "{hours} h");
    }
}

#[test]
fn sparse_fixes_and_times_that_stand_or_fall_are_all_believed() {
    for every in [30, 60, 181, 600] {
        assert_eq!(refused(&rider(every, 40)), [0; 0], "every {every} s");
    }
    let mut standing = rider(1, 40);
    standing.iter_mut().for_each(|fix| fix.time_ms = 0);
    assert_eq!(refused(&standing), [0; 0]);
    let mut falling = rider(1, 40);
    falling.iter_mut().for_each(|fix| fix.time_ms = -fix.time_ms);
    assert_eq!(refused(&falling), [0; 0]);
}

#[test]
fn what_was_held_up_is_old_and_moves_nobody() {
    let mut fixes = rider(1, 60);
    for fix in &mut fixes {
        fix.monotonic_ms = Some(fix.time_ms + 77_000);
    }
    let held_up = fixes[20];
    fixes.insert(40, held_up);
    assert_eq!(refused(&fixes), [40]);
    let mut judge: Judge<()> = Judge::trusting(Some(fixes[30]));
    assert_eq!(judge.take(&held_up, (), Mode::Bike), Verdict::Refused(Refusal::Old));
}

#[test]
fn one_who_is_taken_elsewhere_is_found_there() {
    let mut fixes = rider(1, 120);
    for fix in &mut fixes[60..] {
        *fix = elsewhere(fix, 30_000.0, 8.0);
    }
    assert_eq!(refused(&fixes), [0; 0]);
}

#[test]
fn a_network_that_keeps_saying_another_place_displaces_nobody() {
    let mut fixes = rider(1, 60);
    for number in (11..60).step_by(2) {
        fixes[number] = Fix { time_ms: fixes[number].time_ms, ..elsewhere(&fixes[10], 4_000.0, 150.0) };
    }
    let refused = refused(&fixes);
    assert!(refused.iter().all(|number| *number >= 11 && number % 2 == 1) && refused.len() == 25, "{refused:?}");
}

#[test]
fn a_passenger_of_a_fast_train_is_believed_because_the_phone_measured_it() {
    let mut judge: Judge<()> = Judge::trusting(Some(Fix::of_position(100_000, 55.0, 21.0, 8.0)));
    let later = Fix { speed_mps: Some(60.0), ..Fix::of_position(105_000, 55.003, 21.0, 8.0) };
    assert_eq!(judge.take(&later, (), Mode::Bike), Verdict::Believed);
}

#[test]
fn the_next_day_is_another_ride() {
    let mut judge: Judge<()> = Judge::trusting(Some(Fix::of_position(0, 55.0, 21.0, 8.0)));
    let next_day = |second: i64| Fix::of_position(90_000_000 + second * 1000, 40.0 + second as f64 * 1e-5, -70.0, 8.0);
    let verdicts: Vec<Verdict<()>> = (0..3).map(|second| judge.take(&next_day(second), (), Mode::Bike)).collect();
    assert!(matches!(verdicts[2], Verdict::Confirmed { link: Link::Anew, .. }), "{verdicts:?}");
}

#[test]
fn what_nothing_follows_is_believed_where_nothing_else_is_known() {
    let mut judge = Judge::default();
    let fixes = rider(1, 2);
    assert_eq!(judge.take(&fixes[0], 0, Mode::Bike), Verdict::Waits(None));
    assert_eq!(judge.take(&fixes[1], 1, Mode::Bike), Verdict::Waits(None));
    assert_eq!(judge.settle().len(), 2);
}

proptest! {
    /// One wrong fix anywhere costs that one and no other.
    #[test]
    fn a_lone_wrong_fix_never_shuts_out_the_others(
        every in 1_i64..20, wrong in 0_usize..60, metres in 2_000.0..10_000_000.0_f64, accuracy in 0.0..200.0_f64,
    ) {
        let mut fixes = rider(every, 60);
        fixes[wrong] = elsewhere(&fixes[wrong], metres, accuracy);
        // At its end nothing shows that it was wrong or right.
        let refused = refused(&fixes);
        prop_assert!(refused == [wrong], "{refused:?}");
    }

    #[test]
    fn no_fix_makes_it_stumble(times in proptest::collection::vec((any::<i64>(), any::<Option<i64>>(), -91.0..91.0_f64, any::<f64>(), any::<f64>()), 0..20)) {
        let mut judge = Judge::default();
        for (number, (time_ms, monotonic_ms, lat, lon, accuracy_m)) in times.into_iter().enumerate() {
            let fix = Fix { monotonic_ms, speed_mps: Some(lon), ..Fix::of_position(time_ms, lat, lon % 180.0, accuracy_m % 200.0) };
            judge.take(&fix, number as u32, Mode::Bike);
            let json = serde_json::to_string(&judge).expect("JSON");
            prop_assert_eq!(&serde_json::from_str::<Judge<u32>>(&json).expect("the same"), &judge);
        }
    }
}
