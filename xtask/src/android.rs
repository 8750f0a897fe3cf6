//! For Android: a shared library for each kind of device into `jniLibs`. The Kotlin over it is compiled by the app's build
//! where it lies.

use crate::machine::Machine;
use crate::needs::{self, Need, Sign};
use crate::plan::{Run, Step};
use crate::shipped;

/// Android 8.0, the oldest that the app runs on.
const OLDEST: &str = "26";
/// What the app's folders are called by the device's kind of processor.
const PROCESSORS: [&str; 3] = ["arm64-v8a", "armeabi-v7a", "x86_64"];
/// Newer devices load memory by pages of 16 KB and refuse a library that is laid out for smaller ones. NDK r28 does
/// this by itself; older ones want to be told.
const PAGES: &str = "-Wl,-z,max-page-size=16384";
/// Addresses that the loader fills in, packed in the older of Android's two ways: the newer one began with Android 9.
const PACKED: &str = "-Wl,--pack-dyn-relocs=android";

const LIBRARIES_INTO: &str = "android/app/src/main/jniLibs";

/// The tools.
pub fn needs() -> Vec<Need> {
    vec![
        Need {
            what: "cargo-ndk, which calls cargo with the compilers of the NDK".into(),
            get: "cargo install cargo-ndk@4.1.2 --locked".into(),
            sign: Sign::Program("cargo-ndk"),
        },
        Need {
            what: "the Android NDK, compilers and libraries of Android, in the folder that ANDROID_NDK_HOME names"
                .into(),
            get: "sdkmanager 'ndk;28.2.13676358' && export ANDROID_NDK_HOME=\"$ANDROID_HOME/ndk/28.2.13676358\"".into(),
            sign: Sign::Folder { variable: "ANDROID_NDK_HOME", holds: "source.properties" },
        },
        needs::target("aarch64-linux-android", "phones"),
        needs::target("armv7-linux-androideabi", "older phones"),
        needs::target("x86_64-linux-android", "emulators"),
    ]
}

/// One build.
pub fn plan(machine: &Machine) -> Vec<Step> {
    let ndk = Run::program("cargo").with(["ndk", "--platform", OLDEST, "--output-dir", LIBRARIES_INTO]);
    let ndk = ndk.with(PROCESSORS.iter().flat_map(|processor| ["--target", processor]));
    vec![Step::Run(shipped::library(ndk, machine, "cdylib", &[PAGES, PACKED]))]
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plan::as_script;

    #[test]
    fn three_libraries_with_large_pages_go_into_the_app() {
        assert_eq!(
            as_script(&plan(&Machine::somewhere())),
            r"CARGO_ENCODED_RUSTFLAGS=$'--remap-path-prefix=/home/jurga/route guide=route-guide\x1f--remap-path-prefix=/home/jurga/.cargo/registry/src=crates\x1f--remap-path-prefix=/home/jurga/.rustup/toolchains/1.95.0/lib/rustlib/src/rust=rust\x1f-Clink-arg=-Wl,-z,max-page-size=16384\x1f-Clink-arg=-Wl,--pack-dyn-relocs=android' TARGET_CFLAGS=$'-fno-asynchronous-unwind-tables -fno-unwind-tables' HOST_CFLAGS=$'-fno-asynchronous-unwind-tables -fno-unwind-tables' cargo ndk --platform 26 --output-dir android/app/src/main/jniLibs --target arm64-v8a --target armeabi-v7a --target x86_64 rustc --locked --profile phone --package route-guide-ffi --lib --crate-type cdylib
"
        );
    }
}
