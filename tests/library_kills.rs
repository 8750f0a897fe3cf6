//! A process killed at any moment leaves its library whole: as it was, or with all that was done.
//!
//! A sample of moments each time; a thousand and more of each kind with `ROUTE_GUIDE_FULL=1`.

use std::fmt::Write as _;
use std::io::Write as _;
use std::thread;
use std::time::{Duration, Instant};

use route_guide_tests::{Dice, Done, Fault, Moment, Operation, Work, full, operations};

const DESK: &str = env!("CARGO_BIN_EXE_desk");
const KILLED: Option<i32> = Some(9);

#[test]
fn one_killed_at_a_call_to_the_disk_leaves_the_old_or_the_new() {
    let Some(work) = Work::of(DESK) else { return };
    let mut dice = Dice::seeded(0x2545_F491_4F6C_DD1D);
    let mut tally = Tally::default();
    let operations = operations();
    for operation in &operations {
        let calls = work.count(operation).all();
        for _ in 0..share(&operations, 1_100, 66) {
            // More often in its second half, where most is written.
            let first = [1, 1 + calls / 2][dice.below(2)];
            let at = first + dice.below((calls - first) as usize) as u64;
            let moment = [Moment::Before, Moment::Half, Moment::After][dice.below(3)];
            let phone = operation.before.twin();
            let done = work.run(&operation.words(&phone), &phone, Fault::Kill { at, moment });
            assert_eq!(done.signal, KILLED, "{}: {done:?}", operation.name);
            tally.add(operation, work.look_and_repeat(operation, &phone, &done, &format!("call {at}, {moment:?}")));
        }
    }
    tally.tell("killed at a call to the disk");
}

#[test]
fn one_killed_at_a_random_moment_leaves_the_old_or_the_new() {
    let Some(work) = Work::of(DESK) else { return };
    let mut dice = Dice::seeded(0x9E37_79B9_7F4A_7C15);
    let mut tally = Tally::default();
    let operations = operations();
    for operation in &operations {
        let phone = operation.before.twin();
        let began = Instant::now();
        work.run(&operation.words(&phone), &phone, Fault::Nothing);
        let usual = began.elapsed();
        let mut killed = 0;
        while killed < share(&operations, 1_100, 55) {
            let phone = operation.before.twin();
            let mut child = work.begin(&operation.words(&phone), &phone, Fault::Nothing);
            let after = Duration::from_nanos(dice.below(usual.as_nanos() as usize) as u64);
            thread::sleep(after);
            let _ = child.kill();
            let done = Done::from(child.wait_with_output().expect("ends"));
            let state = work.look_and_repeat(operation, &phone, &done, &format!("after {after:?}"));
            if done.signal == KILLED {
                killed += 1;
                tally.add(operation, state);
            }
        }
    }
    tally.tell("killed at a random moment");
}

/// How often each operation is cut short.
fn share(operations: &[Operation], all: usize, sample: usize) -> usize {
    (if full() { all } else { sample }).div_ceil(operations.len())
}

/// In which state what was cut short left the phone.
#[derive(Default)]
struct Tally {
    all: usize,
    parts: Vec<(&'static str, [usize; 3])>,
}

impl Tally {
    fn add(&mut self, operation: &Operation, state: usize) {
        self.all += 1;
        if self.parts.last().is_none_or(|(name, _)| *name != operation.name) {
            self.parts.push((operation.name, [0; 3]));
        }
        let last = operation.states.len() - 1;
        let place = if state == 0 && last > 0 { 0 } else { 1 + usize::from(state == last) };
        if let Some((_, counts)) = self.parts.last_mut() {
            counts[place] += 1;
        }
    }

    fn tell(&self, what: &str) {
        let mut told = format!("{what} {}:", self.all);
        for (name, [old, between, new]) in &self.parts {
            let all = old + between + new;
            let between = if *between > 0 { format!(", {between} between two commits") } else { String::new() };
            let _ = write!(told, " {name} {all} (old {old}{between}, new {new});");
        }
        // Past the test harness, which keeps what a passing test prints to itself.
        let _ = writeln!(std::io::stderr(), "{}", told.trim_end_matches(';'));
    }
}
