//! Makes the glyph files of the map's labels anew, in `core/src/map/glyphs/`.

use std::path::Path;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../core/src/map/glyphs");
    for (path, bytes) in route_guide_cli::glyphs::files()? {
        let path = folder.join(path);
        if let Some(font) = path.parent() {
            std::fs::create_dir_all(font)?;
        }
        std::fs::write(&path, bytes)?;
        println!("{}", path.display());
    }
    Ok(())
}
