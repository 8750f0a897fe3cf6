//! Packs the glyphs of the map's labels: they would be a tenth of what phones carry. `map/glyphs.rs` unpacks them.
//!
//! A glyph is a field of distances, smooth from point to point: the differences between neighbours deflate to less than
//! half.

use std::io::{self, Write as _};
use std::path::{Path, PathBuf};
use std::{env, fs};

use flate2::Compression;
use flate2::write::ZlibEncoder;

const GLYPHS: &str = "src/map/glyphs";

fn main() -> io::Result<()> {
    println!("cargo::rerun-if-changed={GLYPHS}");
    println!("cargo::rerun-if-changed=build.rs");
    let packed = PathBuf::from(env::var_os("OUT_DIR").unwrap_or_default()).join("glyphs");
    for font in fs::read_dir(GLYPHS)?.flatten().map(|entry| entry.path()).filter(|path| path.is_dir()) {
        let folder = packed.join(font.file_name().unwrap_or_default());
        fs::create_dir_all(&folder)?;
        for file in fs::read_dir(font)?.flatten() {
            fs::write(folder.join(file.file_name()), pack(&file.path())?)?;
        }
    }
    Ok(())
}

fn pack(file: &Path) -> io::Result<Vec<u8>> {
    let bytes = fs::read(file)?;
    let mut packed = ZlibEncoder::new(Vec::new(), Compression::best());
    let before = [0].iter().chain(&bytes);
    let differences: Vec<u8> = bytes.iter().zip(before).map(|(byte, before)| byte.wrapping_sub(*before)).collect();
    packed.write_all(&differences)?;
    packed.finish()
}
