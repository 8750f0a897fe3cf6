//! How much of a file is read.

/// How much of a file is read before it is refused: a hostile file costs no more than this.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limits {
    /// Track points.
    pub points: u64,
    /// Waypoints, route points, routes, tracks and segments together.
    pub parts: u64,
    /// Elements within elements.
    pub depth: usize,
    /// Bytes of one text, tag or comment.
    pub text: usize,
    /// Bytes of all extensions and details kept as they stand.
    pub kept: u64,
}

impl Default for Limits {
    /// Far above what people record: 20 million points, 500,000 other parts, 64 deep, texts of 1 MiB, 1 GiB kept.
    fn default() -> Limits {
        Limits { points: 20_000_000, parts: 500_000, depth: 64, text: 1 << 20, kept: 1 << 30 }
    }
}

impl Limits {
    /// What a phone reads of a file that a stranger handed over: less than the default, for there the system ends an
    /// app that wants too much memory.
    ///
    /// 2 million points, 50,000 other parts, 64 deep, texts of 1 MiB, 64 MiB kept: three weeks of a bare point a second
    /// still fit, or four days with all that our own recordings say. A backup reads those fix by fix, however long.
    #[must_use]
    pub fn phone() -> Limits {
        Limits { points: 2_000_000, parts: 50_000, depth: 64, text: 1 << 20, kept: 64 << 20 }
    }
}
