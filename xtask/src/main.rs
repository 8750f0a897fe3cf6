//! `cargo xtask`: builds the native libraries that the apps carry and puts them, with the Kotlin or Swift around them,
//! where the apps' own builds take them.
//!
//! What lives here: which tools are needed, which commands run and what goes where. What must not: anything that Gradle
//! or Xcode does, and anything about routes.

mod android;
mod host;
mod ios;
mod machine;
mod needs;
mod plan;
mod shipped;

use std::process::ExitCode;

use machine::Machine;
use needs::Need;
use plan::Step;

const USAGE: &str = "\
cargo xtask android [--dry-run]   the libraries for three kinds of Android device, and the Kotlin, into android/
cargo xtask ios [--dry-run]       the XCFramework into bindings/swift/, what ships into ios/
cargo xtask host [--dry-run]      the same library for this machine, for bindings/check/size

--dry-run writes what would be done, as a script, and does nothing.";

fn main() -> ExitCode {
    let words: Vec<String> = std::env::args().skip(1).collect();
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    let (task, dry) = match words[..] {
        [task] => (task, false),
        [task, "--dry-run"] => (task, true),
        _ => ("", false),
    };
    let told = match task {
        "android" => carry_out(task, dry, &android::needs(), android::plan),
        "ios" => carry_out(task, dry, &ios::needs(), ios::plan),
        "host" => carry_out(task, dry, &[], host::plan),
        _ => Err(USAGE.to_owned()),
    };
    match told {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
    }
}

fn carry_out(task: &str, dry: bool, needs: &[Need], plan: fn(&Machine) -> Vec<Step>) -> Result<(), String> {
    let machine = Machine::this()?;
    let steps = plan(&machine);
    if dry {
        print!("{}", plan::as_script(&steps));
        return Ok(());
    }
    needs::check(task, needs, |sign| machine.shows(sign))?;
    steps.iter().try_for_each(|step| step.take(&machine.project))
}
