#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| route_guide_laws::bundle_pages(bytes));
