//! Writes what Kotlin and Swift see of the built binding; `bindings/generate` calls it.

fn main() {
    uniffi::uniffi_bindgen_main();
}
