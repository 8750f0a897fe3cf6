//! A disk that is full or broken at any call leaves the library whole, says so, and all goes on when it is sound again.
//!
//! A sample of calls each time; every one with `ROUTE_GUIDE_FULL=1`.

use std::fmt::Write as _;
use std::io::Write as _;

use route_guide_tests::{Calls, Dice, Done, Fault, Operation, Phone, SmallDisk, Work, full, operations};

const DESK: &str = env!("CARGO_BIN_EXE_desk");

#[test]
fn the_disk_that_fails_on_demand_misses_no_kind_of_call() {
    let Some(work) = Work::of(DESK) else { return };
    let mut calls = Calls::default();
    for operation in operations() {
        calls.add(&work.count(&operation));
    }
    let mut told = format!("calls to the disk {}:", calls.all());
    for (kind, count) in calls.kinds() {
        assert!(count > 0, "no `{kind}` was counted");
        let _ = write!(told, " {kind} {count},");
    }
    // Past the test harness, which keeps what a passing test prints to itself.
    let _ = writeln!(std::io::stderr(), "{}", told.trim_end_matches(','));
}

#[test]
fn a_full_disk_costs_nothing_and_is_called_full() {
    let told = |done: &Done, lasting: bool| !lasting || done.code == Some(0) || done.complained.contains("is full");
    suffer("full", |at, until| Fault::Full { at, until }, Calls::needing_room, told);
}

#[test]
fn a_broken_disk_costs_nothing_and_damages_nothing() {
    suffer("broken", |at, until| Fault::Broken { at, until }, Calls::all, |_, _| true);
}

#[test]
fn a_ride_through_a_disk_that_fails_for_a_while_loses_no_fix() {
    let Some(work) = Work::of(DESK) else { return };
    let mut dice = Dice::seeded(0x2545_F491_4F6C_DD1D);
    let recording = operations().into_iter().find(|operation| operation.name == "recording").expect("is one of them");
    let words = |phone: &Phone| {
        // The fixes come from elsewhere, not from the disk that fails.
        let (library, ride) = (phone.library(), recording.before.incoming("long.gpx"));
        let [library, ride] = [library, ride].map(|path| path.to_string_lossy().into_owned());
        ["ride".to_owned(), library, ride, "spit-route".to_owned()]
    };
    let calls = work.count(&recording);
    let (mut rides, mut refusals) = (0, 0);
    while rides < if full() { 1_000 } else { 24 } {
        let length = 1 + dice.below(60) as u64;
        let faults = [|at, until| Fault::Full { at, until }, |at, until| Fault::Broken { at, until }];
        let (fault, last) =
            if dice.below(2) == 0 { (faults[0], calls.needing_room()) } else { (faults[1], calls.all()) };
        let at = 1 + dice.below(last as usize) as u64;
        let fault = fault(at, at + length);
        let phone = recording.before.twin();
        let done = work.run(&words(&phone), &phone, fault);
        assert_is_for_people(&recording, &done, &format!("{fault:?}"));
        let state = work.look_and_repeat(
            &recording,
            &phone,
            &Done { said: String::new(), ..done.clone() },
            &format!("{fault:?}"),
        );
        if done.code == Some(0) {
            assert_eq!(state, recording.states.len() - 1, "{fault:?}: {done:?}");
            rides += 1;
            refusals += done.said.lines().count();
        }
    }
    // Past the test harness, which keeps what a passing test prints to itself.
    let _ = writeln!(std::io::stderr(), "rides through a failing disk {rides}: {refusals} refusals, no fix lost");
}

#[test]
fn a_disk_that_really_is_full_costs_nothing_and_is_called_full() {
    let Some(work) = Work::of(DESK) else { return };
    let Some(disk) = SmallDisk::of(8 << 20) else { return };
    let mut dice = Dice::seeded(0x9E37_79B9_7F4A_7C15);
    let (mut told, mut borne) = (0, 0);
    for operation in operations() {
        for room in rooms(&mut dice) {
            let phone = operation.before.twin_on(&disk);
            disk.fill_but(room);
            let done = work.run(&operation.words(&phone), &phone, Fault::Nothing);
            let case = format!("with room for {room} bytes");
            assert_is_for_people(&operation, &done, &case);
            assert!(
                done.code == Some(0) || done.complained.contains("is full"),
                "{}, {case}: {done:?}",
                operation.name
            );
            let again = work.run(&operation.words(&phone), &phone, Fault::Nothing);
            assert_eq!(again.signal, None, "{}, {case}, again: {again:?}", operation.name);
            disk.clear();
            work.look_and_repeat(&operation, &phone, &done, &case);
            *(if done.code == Some(0) { &mut borne } else { &mut told }) += 1;
        }
    }
    // Past the test harness, which keeps what a passing test prints to itself.
    let _ = writeln!(std::io::stderr(), "disk really full {}: told {told}, borne {borne}", told + borne);
    assert!(told > 0 && borne > 0, "told {told}, borne {borne}");
}

/// How much room there is left on the disk, in bytes.
fn rooms(dice: &mut Dice) -> Vec<u64> {
    let page = 4_096;
    if full() {
        (0..150).map(|pages| pages * page).collect()
    } else {
        (0..3).map(|_| dice.below(100) as u64 * page).collect()
    }
}

/// Has each call of each operation fail once, and each with all that come after.
fn suffer(
    what: &str,
    fault: impl Fn(u64, u64) -> Fault,
    number: impl Fn(&Calls) -> u64,
    is_told: impl Fn(&Done, bool) -> bool,
) {
    let Some(work) = Work::of(DESK) else { return };
    let mut dice = Dice::seeded(0xD1B5_4A32_D192_ED03);
    let (mut told, mut borne, mut old) = (0, 0, 0);
    for operation in operations() {
        let last = number(&work.count(&operation));
        for at in chosen(last, &mut dice) {
            for until in [at + 1, u64::MAX] {
                let phone = operation.before.twin();
                let done = work.run(&operation.words(&phone), &phone, fault(at, until));
                let case = format!("{what} at {at} of {last}, until {until}");
                assert_is_for_people(&operation, &done, &case);
                assert!(is_told(&done, until == u64::MAX), "{}, {case}: {done:?}", operation.name);
                let state = work.look_and_repeat(&operation, &phone, &done, &case);
                let is_new = state == operation.states.len() - 1;
                assert!(done.code != Some(0) || is_new, "{}, {case}: not done, but not told", operation.name);
                *(if done.code == Some(0) { &mut borne } else { &mut told }) += 1;
                old += usize::from(!is_new);
            }
        }
    }
    let all = told + borne;
    // Past the test harness, which keeps what a passing test prints to itself.
    let _ = writeln!(
        std::io::stderr(),
        "disk {what} {all}: told {told}, borne {borne}; old state {old}, new {}",
        all - old
    );
}

/// The calls that fail.
fn chosen(last: u64, dice: &mut Dice) -> Vec<u64> {
    if full() {
        return (1..=last).collect();
    }
    (0..4).map(|_| 1 + dice.below(last as usize) as u64).collect()
}

fn assert_is_for_people(operation: &Operation, done: &Done, case: &str) {
    let fails_well = match done.code {
        Some(0) => true,
        Some(1) => done.complained.contains("error: ") && !done.complained.contains("panicked"),
        _ => false,
    };
    assert!(fails_well, "{}, {case}: {done:?}", operation.name);
}
