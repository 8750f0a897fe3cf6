//! For iOS: one XCFramework with the library for phones and the one for simulators, which the binding's Swift package
//! takes; and what ships inside the app: the bundle of routes, the letters of the map, the terms of what others made.

use std::path::{Path, PathBuf};

use crate::machine::Machine;
use crate::needs::{self, Need, Sign};
use crate::plan::{Run, Step};
use crate::shipped::{self, LIBRARY, PROFILE};

const PHONE: &str = "aarch64-apple-ios";
/// Simulators on Apple's own processors and on Intel's, which one file has to hold.
const SIMULATORS: [&str; 2] = ["aarch64-apple-ios-sim", "x86_64-apple-ios"];
/// iOS 17, the oldest that the app runs on; C is compiled for it as well.
const OLDEST: &str = "17.0";

const HEADER: &str = "bindings/swift/Sources/RouteGuideFFI";
const FRAMEWORK: &str = "bindings/swift/RouteGuideFFI.xcframework";
const LETTERS: &str = "core/src/map/glyphs";
const TERMS: &str = "ios/Terms";
const SHIPPED: &str = "ios/Shipped";
const BUNDLE: &str = "ios/Shipped/klaipedos-regionas.gpkg";

/// The one in `bindings/swift` also says what to link, which an XCFramework knows by itself.
const MODULE: &str = "module RouteGuideFFI {
    header \"RouteGuideFFI.h\"
    export *
}
";

/// The tools.
pub fn needs() -> Vec<Need> {
    let [apple, intel] = SIMULATORS;
    let xcode = |program, does: &str| Need {
        what: format!("{program}, which {does}; a part of Xcode, which there is for macOS only"),
        get: "Xcode from https://developer.apple.com/xcode, then sudo xcode-select --switch /Applications/Xcode.app"
            .into(),
        sign: Sign::Program(program),
    };
    vec![
        xcode("xcodebuild", "makes the XCFramework"),
        xcode("lipo", "puts the libraries for two kinds of simulator into one file"),
        needs::target(PHONE, "phones"),
        needs::target(apple, "simulators on Apple's processors"),
        needs::target(intel, "simulators on Intel's processors"),
    ]
}

/// The libraries, the XCFramework made of them, then what ships.
pub fn plan(machine: &Machine) -> Vec<Step> {
    let work = machine.target.join("xcframework");
    let headers = work.join("Headers");
    let simulators = work.join(file());
    let mut steps: Vec<Step> = [PHONE].iter().chain(&SIMULATORS).map(|target| build(machine, target)).collect();
    steps.extend([
        Step::Clear(work),
        Step::Folder(headers.clone()),
        Step::Run(joined(machine, &simulators)),
        Step::Copy { ending: "h", from: PathBuf::from(HEADER), into: headers.clone() },
        Step::Write { file: headers.join("module.modulemap"), text: MODULE },
        Step::Clear(PathBuf::from(FRAMEWORK)),
        Step::Run(framework(&[built(machine, PHONE), simulators], &headers)),
        Step::Clear(PathBuf::from(SHIPPED)),
        Step::Folder(PathBuf::from(SHIPPED)),
        Step::Run(Run::program("cp").with(["-R", LETTERS, TERMS, SHIPPED])),
        Step::Run(Run::program("cargo").with([
            "run",
            "--release",
            "--locked",
            "--",
            "pack",
            "route-data",
            "-o",
            BUNDLE,
        ])),
    ]);
    steps
}

fn build(machine: &Machine, target: &str) -> Step {
    let cargo = shipped::library(Run::program("cargo"), machine, "staticlib", &[]);
    Step::Run(cargo.with(["--target", target]).setting("IPHONEOS_DEPLOYMENT_TARGET", OLDEST))
}

fn joined(machine: &Machine, into: &Path) -> Run {
    let lipo = Run::program("lipo").with(["-create"]);
    SIMULATORS.iter().fold(lipo, |lipo, target| lipo.path(&built(machine, target))).with(["-output"]).path(into)
}

fn framework(libraries: &[PathBuf], headers: &Path) -> Run {
    let xcodebuild = Run::program("xcodebuild").with(["-create-xcframework"]);
    let with = |run: Run, library: &PathBuf| run.with(["-library"]).path(library).with(["-headers"]).path(headers);
    libraries.iter().fold(xcodebuild, with).with(["-output", FRAMEWORK])
}

fn built(machine: &Machine, target: &str) -> PathBuf {
    machine.target.join(target).join(PROFILE).join(file())
}

fn file() -> String {
    format!("lib{LIBRARY}.a")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plan::as_script;

    #[test]
    fn three_libraries_become_one_framework_and_the_app_gets_what_it_ships() {
        let script = as_script(&plan(&Machine::somewhere()));
        let (builds, rest) = script.split_at(script.find("rm -rf").expect("begins anew"));
        for (build, target) in builds.lines().zip([PHONE, "aarch64-apple-ios-sim", "x86_64-apple-ios"]) {
            assert!(
                build.contains(" IPHONEOS_DEPLOYMENT_TARGET=17.0 cargo rustc --locked --profile phone "),
                "{build}"
            );
            assert!(build.ends_with(&format!(" --crate-type staticlib --target {target}")), "{build}");
        }
        assert_eq!(
            rest,
            r#"rm -rf target/xcframework
mkdir -p target/xcframework/Headers
lipo -create target/aarch64-apple-ios-sim/phone/libroute_guide_ffi.a target/x86_64-apple-ios/phone/libroute_guide_ffi.a -output target/xcframework/libroute_guide_ffi.a
cp bindings/swift/Sources/RouteGuideFFI/*.h target/xcframework/Headers/
cat >target/xcframework/Headers/module.modulemap <<'END'
module RouteGuideFFI {
    header "RouteGuideFFI.h"
    export *
}
END
rm -rf bindings/swift/RouteGuideFFI.xcframework
xcodebuild -create-xcframework -library target/aarch64-apple-ios/phone/libroute_guide_ffi.a -headers target/xcframework/Headers -library target/xcframework/libroute_guide_ffi.a -headers target/xcframework/Headers -output bindings/swift/RouteGuideFFI.xcframework
rm -rf ios/Shipped
mkdir -p ios/Shipped
cp -R core/src/map/glyphs ios/Terms ios/Shipped
cargo run --release --locked -- pack route-data -o ios/Shipped/klaipedos-regionas.gpkg
"#
        );
    }
}
