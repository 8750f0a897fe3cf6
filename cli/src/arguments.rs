//! The words of the command line.

use std::ffi::OsString;
use std::io::{IsTerminal, stderr, stdout};
use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Args, Parser, Subcommand, ValueEnum};
use clap_complete::Shell;
use route_guide_core::geometry::Point;
use route_guide_core::model::Language;

use crate::output;

/// Packs, checks, follows and exports routes.
#[derive(Debug, Parser)]
#[command(
    name = "route-guide",
    version,
    after_help = "Exit codes: 0 done; 1 the input is at fault or the work failed; 2 the call is wrong.\nErrors go to standard error and name file, line and column."
)]
pub struct Arguments {
    #[command(subcommand)]
    pub command: Command,
}

impl Arguments {
    /// The words this process was called with.
    ///
    /// # Errors
    /// With the exit code once help, the version or what is wrong with them was said.
    pub fn of_this_process() -> Result<Arguments, ExitCode> {
        let words: Vec<OsString> = std::env::args_os().collect();
        Arguments::try_parse_from(&words).map_err(|wrong| {
            // Names of files are among the words: what is told of them is told of their harmless form.
            let harmless = words.iter().map(|word| output::harmless(&word.to_string_lossy()));
            let wrong = Arguments::try_parse_from(harmless).err().unwrap_or(wrong);
            let terminal = if wrong.use_stderr() { stderr().is_terminal() } else { stdout().is_terminal() };
            let told = wrong.render();
            let told = if terminal { told.ansi().to_string() } else { told.to_string() };
            if wrong.use_stderr() {
                output::coloured_note(told.trim_end());
                return ExitCode::from(2);
            }
            output::print(&told);
            ExitCode::SUCCESS
        })
    }
}

/// The verbs.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Everything at once, on the routes of this project: pack, open, follow, export, draw
    #[command(after_help = "Example:\n  route-guide demo --language de")]
    Demo {
        /// The editor's files
        #[arg(default_value = "route-data")]
        source: PathBuf,
        /// Where the bundle, posters and GPX files go
        #[arg(short, long, default_value = "target/demo")]
        output: PathBuf,
        /// The language of the cues
        #[arg(long, default_value = "en", value_parser = language)]
        language: Language,
    },
    /// Says what is wrong with an editor's files, where, why it matters and how to mend it
    #[command(
        after_help = "Example:\n  route-guide check route-data\n\nExit code 1 when there are errors; warnings alone give 0."
    )]
    Check {
        /// The folder with collection.toml
        source: PathBuf,
    },
    /// Packs an editor's files into a bundle
    #[command(after_help = "Example:\n  route-guide pack route-data -o klaipeda.gpkg")]
    Pack {
        /// The folder with collection.toml
        source: PathBuf,
        /// The bundle; its name ends in .gpkg
        #[arg(short, long)]
        output: PathBuf,
    },
    /// Shows what a bundle holds, after verifying all of it
    #[command(after_help = "Example:\n  route-guide inspect klaipeda.gpkg --json")]
    Inspect {
        /// The bundle
        bundle: PathBuf,
        /// For programs: one JSON object
        #[arg(long)]
        json: bool,
    },
    /// Follows a recorded or simulated ride and tells what the traveller hears
    #[command(
        override_usage = "route-guide guide [OPTIONS] <BUNDLE> <ROUTE> --ride <GPX>\n       route-guide guide [OPTIONS] <BUNDLE> <ROUTE> --simulate\n       route-guide guide [OPTIONS] --track <GPX> --ride <GPX>",
        after_help = "Examples:\n  route-guide guide klaipeda.gpkg malonus-nuovargiai --simulate --noise 15\n  route-guide guide klaipeda.gpkg malonus-nuovargiai --ride ride.gpx --language lt\n  route-guide guide --track way.gpx --ride ride.gpx --json"
    )]
    Guide(GuideArguments),
    /// Writes a route, a stage or everything as GPX
    #[command(
        after_help = "Examples:\n  route-guide export klaipeda.gpkg --profile osmand -o all.gpx\n  route-guide export klaipeda.gpkg malonus-nuovargiai --stage 2 --profile garmin --points 500 -o day2.gpx"
    )]
    Export(ExportArguments),
    /// Reads GPX files and says what is in them, or why they cannot be read
    #[command(after_help = "Example:\n  route-guide import *.gpx --json")]
    Import {
        /// GPX files
        #[arg(required = true)]
        files: Vec<PathBuf>,
        /// For programs: one JSON object a file
        #[arg(long)]
        json: bool,
    },
    /// Works on a folder that stands for the phone: bundles, recordings, search
    #[command(
        after_help = "Examples:\n  route-guide library phone install klaipeda.gpkg\n  route-guide library phone search zemaiciu --language lt\n  route-guide library phone record ride.gpx --route malonus-nuovargiai\n  route-guide library phone export 1 --profile osmand -o ride.gpx"
    )]
    Library {
        /// The library's folder; made where it is not there yet
        #[arg(value_name = "DIR")]
        folder: PathBuf,
        /// What to do
        #[command(subcommand)]
        verb: LibraryVerb,
    },
    /// Draws a route as a map picture with stops, scale and attribution
    #[command(
        after_help = "Example:\n  route-guide poster klaipeda.gpkg antgamtiniai-peizazai --language de -o poster.svg"
    )]
    Poster {
        /// The bundle
        bundle: PathBuf,
        /// The route's id
        route: String,
        /// The picture; its ending decides: .png or .svg
        #[arg(short, long)]
        output: PathBuf,
        /// The language of the words on it
        #[arg(long, default_value = "en", value_parser = language)]
        language: Language,
    },
    /// Prints what a shell needs to complete the tool's words
    #[command(after_help = "Example:\n  route-guide completions bash > /etc/bash_completion.d/route-guide")]
    Completions {
        /// The shell
        shell: Shell,
    },
}

/// What can be done with a library.
#[derive(Debug, Subcommand)]
pub enum LibraryVerb {
    /// Installs a bundle, or a newer version of it
    Install {
        /// The bundle; its signature is looked for beside it, with .minisig at the end
        bundle: PathBuf,
        /// The publisher's public key: the bundle must be signed with it
        #[arg(long, value_name = "PUBLISHER.pub")]
        key: Option<PathBuf>,
        /// Puts it in the place of the installed version also where neither is signed: it may be anybody's
        #[arg(long)]
        replace: bool,
    },
    /// Takes a bundle away; recordings, notes and what was visited stay
    Uninstall {
        /// The bundle's id
        id: String,
    },
    /// Lists the installed bundles
    List {
        /// The language of the names
        #[arg(long, default_value = "en", value_parser = language)]
        language: Language,
        /// For programs: one JSON object a bundle
        #[arg(long)]
        json: bool,
    },
    /// Looks for routes, stages, stops and places
    Search {
        /// What to look for
        text: String,
        /// The language to look in first
        #[arg(long, default_value = "en", value_parser = language)]
        language: Language,
        /// Where one is, in degrees north and east: nearer things come first
        #[arg(long, value_name = "LAT,LON", value_parser = position, allow_hyphen_values = true)]
        near: Option<Point>,
        /// For programs: one JSON object a find
        #[arg(long)]
        json: bool,
    },
    /// Records a ride as a phone would, fix by fix; goes on with one that was killed
    Record {
        /// A recorded ride to replay
        ride: PathBuf,
        /// The route that is followed
        #[arg(long, value_name = "ID")]
        route: Option<String>,
        /// The language of the cues
        #[arg(long, default_value = "en", value_parser = language)]
        language: Language,
        /// Prints the number of each fix once it is committed, and nothing else
        #[arg(long)]
        each: bool,
    },
    /// Lists the recordings, the newest first
    Recordings {
        /// For programs: one JSON object a recording
        #[arg(long)]
        json: bool,
    },
    /// Stops the recording that is still open
    Stop,
    /// Puts a recording into the bin
    Discard {
        /// Its number
        recording: u32,
    },
    /// Takes a recording back out of the bin
    Undo {
        /// Its number
        recording: u32,
    },
    /// Writes a recording as a GPX file
    Export {
        /// Its number
        recording: u32,
        /// For which device or app
        #[arg(long, value_enum, default_value_t = ProfileName::Plain)]
        profile: ProfileName,
        /// The language of what the file says
        #[arg(long, default_value = "en", value_parser = language)]
        language: Language,
        /// The GPX file; its name ends in .gpx
        #[arg(short, long)]
        output: PathBuf,
    },
    /// Brings in tracks: GPX files, also packed with gzip, folders of them, zip archives
    Import {
        /// Files and folders
        #[arg(required = true)]
        files: Vec<PathBuf>,
    },
    /// Makes one recording of tracks that came in one file and go on in one another
    Join {
        /// The number of any of them
        recording: u32,
    },
    /// Packs everything the traveller made into one zip file
    Backup {
        /// The file; its name ends in .zip
        file: PathBuf,
    },
    /// Takes in what a backup holds and this library does not
    Restore {
        /// The backup
        file: PathBuf,
    },
    /// Shows how much room everything takes
    Storage {
        /// For programs: one JSON object
        #[arg(long)]
        json: bool,
    },
    /// Checks the whole database
    Check,
}

/// `guide`.
#[derive(Debug, Args)]
pub struct GuideArguments {
    /// The bundle
    #[arg(required_unless_present = "track", conflicts_with = "track")]
    pub bundle: Option<PathBuf>,
    /// The route's id
    #[arg(required_unless_present = "track")]
    pub route: Option<String>,
    /// A GPX file whose tracks (or routes, where it has no track) are followed instead of a route of a bundle: as one,
    /// where each begins near the end of the one before it, else the longest
    #[arg(long, value_name = "GPX")]
    pub track: Option<PathBuf>,
    /// The number of the only track (or route) of the GPX file that is followed; `import` lists them
    #[arg(long, value_name = "N", requires = "track")]
    pub part: Option<usize>,
    /// A recorded ride
    #[arg(long, value_name = "GPX", required_unless_present = "simulate", conflicts_with = "simulate")]
    pub ride: Option<PathBuf>,
    /// A ride made up along the route
    #[arg(long)]
    pub simulate: bool,
    /// The simulated speed, 0.5 to 250; left out, each leg's own mode decides
    #[arg(long, value_name = "KMH", requires = "simulate", value_parser = speed)]
    pub speed: Option<f64>,
    /// The simulated receiver's noise in metres, 0 to 1000
    #[arg(long, value_name = "M", requires = "simulate", default_value_t = 10.0, value_parser = noise)]
    pub noise: f64,
    /// The same seed gives the same ride
    #[arg(long, value_name = "N", requires = "simulate", default_value_t = 1)]
    pub seed: u64,
    /// The language of the cues
    #[arg(long, default_value = "en", value_parser = language)]
    pub language: Language,
    /// The route is travelled from its end
    #[arg(long)]
    pub reverse: bool,
    /// For programs: one JSON object a fix
    #[arg(long)]
    pub json: bool,
}

/// `export`.
#[derive(Debug, Args)]
pub struct ExportArguments {
    /// The bundle
    pub bundle: PathBuf,
    /// The route's id; left out, all routes
    pub route: Option<String>,
    /// Only this stage, by its number from 1
    #[arg(long, value_name = "N", requires = "route")]
    pub stage: Option<usize>,
    /// For which device or app
    #[arg(long, value_enum, default_value_t = ProfileName::Plain)]
    pub profile: ProfileName,
    /// Leave out points that lie within so many metres of the line without them; stops and the ends of legs stay
    #[arg(long, value_name = "M", value_parser = tolerance)]
    pub tolerance: Option<f64>,
    /// Leave out points until so many are left in a track; stops and the ends of legs stay
    #[arg(long, value_name = "N", conflicts_with = "tolerance", value_parser = points)]
    pub points: Option<usize>,
    /// The language of names and texts
    #[arg(long, default_value = "en", value_parser = language)]
    pub language: Language,
    /// The GPX file; its name ends in .gpx
    #[arg(short, long)]
    pub output: PathBuf,
}

/// The profiles by the names people type.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum ProfileName {
    /// GPX 1.1 and nothing else
    Plain,
    /// Short names, known symbols, at most 10,000 points a track
    Garmin,
    /// With OsmAnd's icons and colours
    Osmand,
    /// One track, no routes
    Komoot,
}

fn language(code: &str) -> Result<Language, String> {
    Language::new(code).map_err(|wrong| wrong.to_string())
}

fn position(text: &str) -> Result<Point, String> {
    let (lat, lon) = text.split_once(',').ok_or("give degrees north and east, such as 55.70,21.13")?;
    let degrees = |text: &str| text.trim().parse().map_err(|_| format!("`{text}` is no number of degrees"));
    Point::new(degrees(lat)?, degrees(lon)?).map_err(|wrong| wrong.to_string())
}

fn speed(text: &str) -> Result<f64, String> {
    between(text, 0.5, 250.0, "km/h")
}

fn noise(text: &str) -> Result<f64, String> {
    between(text, 0.0, 1_000.0, "metres")
}

fn tolerance(text: &str) -> Result<f64, String> {
    between(text, 0.0, 100_000.0, "metres")
}

fn between(text: &str, least: f64, most: f64, unit: &str) -> Result<f64, String> {
    let number = text.parse().ok().filter(|number| (least..=most).contains(number));
    number.ok_or_else(|| format!("give a number of {unit} from {least} to {most}"))
}

fn points(text: &str) -> Result<usize, String> {
    let number = text.parse().ok().filter(|number| *number >= 2);
    number.ok_or_else(|| "a track has 2 points or more".into())
}
