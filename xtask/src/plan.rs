//! A plan: the steps of a task, which can be taken or be written down as a script that does the same.
//!
//! Paths are relative to the project. What the steps are for is not known here.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::{fs, io};

/// One step of a task.
pub enum Step {
    /// Calls a program.
    Run(Run),
    /// Deletes a file or folder that a task made before.
    Clear(PathBuf),
    /// Copies every file with this ending.
    Copy { ending: &'static str, from: PathBuf, into: PathBuf },
    /// Writes a file.
    Write { file: PathBuf, text: &'static str },
    /// Makes a folder.
    Folder(PathBuf),
}

/// A program with its arguments and the variables set for it alone.
pub struct Run {
    program: &'static str,
    arguments: Vec<String>,
    settings: Vec<(&'static str, String)>,
}

impl Run {
    /// A program without arguments.
    pub fn program(program: &'static str) -> Run {
        Run { program, arguments: Vec::new(), settings: Vec::new() }
    }

    /// With more arguments.
    pub fn with<A: AsRef<str>>(mut self, more: impl IntoIterator<Item = A>) -> Run {
        self.arguments.extend(more.into_iter().map(|argument| argument.as_ref().to_owned()));
        self
    }

    /// With a path as the next argument.
    pub fn path(self, path: &Path) -> Run {
        self.with([path.display().to_string()])
    }

    /// With a variable set.
    pub fn setting(mut self, variable: &'static str, value: impl Into<String>) -> Run {
        self.settings.push((variable, value.into()));
        self
    }

    fn as_script(&self) -> String {
        let settings = self.settings.iter().map(|(variable, value)| format!("{variable}={} ", quoted(value)));
        let words = self.arguments.iter().map(|argument| format!(" {}", quoted(argument)));
        settings.chain([self.program.to_owned()]).chain(words).collect()
    }

    fn take(&self, project: &Path) -> Result<(), String> {
        let mut command = Command::new(self.program);
        command.args(&self.arguments).current_dir(project);
        command.envs(self.settings.iter().map(|(variable, value)| (variable, value)));
        let ended = command.status().map_err(|error| format!("error: `{}` does not run: {error}", self.program))?;
        if ended.success() {
            return Ok(());
        }
        Err(format!("error: this failed ({ended}); it says why above:\n  {}", self.as_script()))
    }
}

impl Step {
    /// Takes the step.
    pub fn take(&self, project: &Path) -> Result<(), String> {
        match self {
            Step::Run(run) => run.take(project),
            Step::Clear(path) => clear(&project.join(path)).map_err(|error| told("delete", path, &error)),
            Step::Copy { ending, from, into } => {
                copy(ending, &project.join(from), &project.join(into)).map_err(|error| told("copy", from, &error))
            }
            Step::Write { file, text } => {
                fs::write(project.join(file), text).map_err(|error| told("write", file, &error))
            }
            Step::Folder(path) => {
                fs::create_dir_all(project.join(path)).map_err(|error| told("make the folder", path, &error))
            }
        }
    }

    fn as_script(&self) -> String {
        let quoted = |path: &Path| quoted(&path.display().to_string());
        match self {
            Step::Run(run) => run.as_script(),
            Step::Clear(path) => format!("rm -rf {}", quoted(path)),
            Step::Copy { ending, from, into } => format!("cp {}/*.{ending} {}/", quoted(from), quoted(into)),
            Step::Write { file, text } => format!("cat >{} <<'END'\n{text}END", quoted(file)),
            Step::Folder(path) => format!("mkdir -p {}", quoted(path)),
        }
    }
}

/// The steps as a script for bash, to be run in the project's folder.
pub fn as_script(steps: &[Step]) -> String {
    steps.iter().fold(String::new(), |mut script, step| {
        let _ = writeln!(script, "{}", step.as_script());
        script
    })
}

fn told(verb: &str, path: &Path, error: &io::Error) -> String {
    format!("error: cannot {verb} `{}`: {error}", path.display())
}

fn clear(path: &Path) -> io::Result<()> {
    match fs::symlink_metadata(path) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(()),
        Err(error) => Err(error),
        Ok(there) if there.is_dir() => fs::remove_dir_all(path),
        Ok(_) => fs::remove_file(path),
    }
}

fn copy(ending: &str, from: &Path, into: &Path) -> io::Result<()> {
    for entry in fs::read_dir(from)? {
        let file = entry?.path();
        if let (Some(name), Some(true)) = (file.file_name(), file.extension().map(|its| its == ending)) {
            fs::copy(&file, into.join(name))?;
        }
    }
    Ok(())
}

fn quoted(word: &str) -> String {
    let plain = |letter: char| letter.is_ascii_alphanumeric() || "-_./=:,".contains(letter);
    if word.chars().all(plain) && !word.is_empty() {
        return word.to_owned();
    }
    let mut quoted = String::from("$'");
    for letter in word.chars() {
        match letter {
            '\'' | '\\' => quoted.extend(['\\', letter]),
            '\u{1f}' => quoted.push_str("\\x1f"),
            _ => quoted.push(letter),
        }
    }
    quoted.push('\'');
    quoted
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_shell_would_take_apart_is_quoted() {
        let run = Run::program("cp").with(["route guide", "it's", "plain-1.0"]).setting("FLAGS", "a\u{1f}b");
        assert_eq!(run.as_script(), r"FLAGS=$'a\x1fb' cp $'route guide' $'it\'s' plain-1.0");
    }

    #[test]
    fn files_of_one_kind_are_copied_and_what_was_made_before_goes() {
        let project = std::env::temp_dir().join(format!("route-guide-xtask-{}", std::process::id()));
        let steps = [
            Step::Clear("app".into()),
            Step::Folder("from".into()),
            Step::Folder("app".into()),
            Step::Write { file: "from/Guide.kt".into(), text: "class Guide\n" },
            Step::Write { file: "from/notes.txt".into(), text: "no\n" },
            Step::Copy { ending: "kt", from: "from".into(), into: "app".into() },
        ];
        fs::create_dir_all(project.join("app")).expect("a folder");
        fs::write(project.join("app/Old.kt"), "class Old").expect("written");
        for step in &steps {
            step.take(&project).expect("taken");
        }
        let copied: Vec<_> =
            fs::read_dir(project.join("app")).expect("there").flatten().map(|f| f.file_name()).collect();
        fs::remove_dir_all(&project).expect("cleared away");
        assert_eq!(copied, ["Guide.kt"]);
    }

    #[test]
    fn a_program_that_fails_is_named_with_all_its_words() {
        let failed = Step::Run(Run::program("cargo").with(["no-such-verb"])).take(Path::new("."));
        let told = failed.expect_err("cargo has no such verb");
        assert!(
            told.starts_with("error: this failed (exit status: ") && told.ends_with("cargo no-such-verb"),
            "{told}"
        );
    }
}
