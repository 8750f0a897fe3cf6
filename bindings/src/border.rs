//! Between the shells and core: one caller at a time, closed objects that say so, panics that stay here.
//!
//! A panic is a fault of ours. It becomes an [`Internal`](RouteGuideError::Internal) error with a report, and never
//! reaches the shell's own stack. While something is only asked nothing can have been left half done, so the object
//! goes on; while something is changed nobody knows, so what it held is dropped and the object says so from then on.

use std::any::Any;
use std::cell::RefCell;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::{Mutex, MutexGuard, Once, PoisonError};

use route_guide_core::errors::Complaint;
use route_guide_core::model::Language;

use crate::failure::RouteGuideError;

/// What a call comes to.
pub(crate) type Answer<T> = Result<T, RouteGuideError>;

/// A thing of core's that anybody may use, one at a time, and anybody may close.
pub(crate) struct Held<T> {
    name: &'static str,
    slot: Mutex<Slot<T>>,
}

enum Slot<T> {
    Open(T),
    Closed,
    /// A panic struck while it was changed.
    Broken,
}

impl<T> Held<T> {
    /// The name is what errors call it.
    pub fn new(name: &'static str, thing: T) -> Held<T> {
        Held { name, slot: Mutex::new(Slot::Open(thing)) }
    }

    /// Asks the thing something.
    pub fn ask<R>(&self, language: Language, question: impl FnOnce(&T) -> Answer<R>) -> Answer<R> {
        let slot = self.lock();
        match &*slot {
            Slot::Open(thing) => guarded(self.name, language, || question(thing)),
            shut => Err(self.shut(shut, language)),
        }
    }

    /// Changes the thing.
    pub fn change<R>(&self, language: Language, change: impl FnOnce(&mut T) -> Answer<R>) -> Answer<R> {
        let mut slot = self.lock();
        match std::mem::replace(&mut *slot, Slot::Broken) {
            Slot::Open(mut thing) => guarded(self.name, language, || {
                let changed = change(&mut thing);
                *slot = Slot::Open(thing);
                changed
            }),
            shut => {
                let error = self.shut(&shut, language);
                *slot = shut;
                Err(error)
            }
        }
    }

    /// Lets go of the thing, with its files. Waits for a call that is under way; the second time it does nothing.
    pub fn close(&self, language: Language) -> Answer<()> {
        let thing = std::mem::replace(&mut *self.lock(), Slot::Closed);
        guarded(self.name, language, || {
            drop(thing);
            Ok(())
        })
    }

    // Whatever a panic left behind a lock is in the slot, which says so itself.
    fn lock(&self) -> MutexGuard<'_, Slot<T>> {
        self.slot.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn shut(&self, slot: &Slot<T>, language: Language) -> RouteGuideError {
        match slot {
            Slot::Broken => Complaint::broken(self.name, language).into(),
            Slot::Open(_) | Slot::Closed => Complaint::closed(self.name, language).into(),
        }
    }
}

/// Does something of core's; a panic becomes an error with a report.
pub(crate) fn guarded<R>(name: &str, language: Language, work: impl FnOnce() -> Answer<R>) -> Answer<R> {
    static HOOK: Once = Once::new();
    // This library has a standard library of its own: the hook hears no panic of anybody else's.
    HOOK.call_once(|| std::panic::set_hook(Box::new(|panic| remember(panic.location()))));
    let answer = match catch_unwind(AssertUnwindSafe(work)) {
        Ok(answer) => answer,
        Err(panic) => Err(Complaint::internal(&report(name, &*panic), language).into()),
    };
    answer.inspect_err(RouteGuideError::log)
}

thread_local! {
    /// Where the last panic of this thread was.
    static PLACE: RefCell<String> = const { RefCell::new(String::new()) };
}

fn remember(location: Option<&std::panic::Location<'_>>) {
    let place = location.map(|at| format!("{}:{}:{}", short(at.file()), at.line(), at.column()));
    PLACE.with_borrow_mut(|kept| *kept = place.unwrap_or_default());
}

/// A source file without the folders of the machine it was built on.
fn short(file: &str) -> &str {
    let crate_from = file.rfind("/src/").and_then(|src| file[..src].rfind('/'));
    crate_from.map_or(file, |slash| &file[slash + 1..])
}

/// What a traveller can send: nothing of it says who or where they are, unless the panic itself does.
fn report(name: &str, panic: &(dyn Any + Send)) -> String {
    let words = panic.downcast_ref::<&str>().copied().or_else(|| panic.downcast_ref::<String>().map(String::as_str));
    let place = PLACE.take();
    format!(
        "route guide {} on {} {}\n{name}, {place}\n{}",
        env!("CARGO_PKG_VERSION"),
        std::env::consts::OS,
        std::env::consts::ARCH,
        words.unwrap_or("no words"),
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    const EN: Language = Language::EN;

    #[test]
    fn a_panic_while_asking_is_told_and_the_object_goes_on() {
        let held = Held::new("library", 3);
        let error = held.ask(EN, |_| -> Answer<()> { panic!("seven {}", 7) }).expect_err("told");
        let RouteGuideError::Internal { said } = error else { panic!("internal") };
        assert_eq!(said.code, "internal");
        assert!(said.detail.contains("seven 7") && said.detail.contains("src/border.rs:"), "{}", said.detail);
        assert!(!said.detail.contains("/src/border.rs") || said.detail.contains("bindings/src/border.rs"));
        assert_eq!(held.ask(EN, |three| Ok(*three)).expect("goes on"), 3);
    }

    #[test]
    fn a_panic_while_changing_is_told_and_the_object_says_that_it_is_broken() {
        let held = Held::new("library", vec![1]);
        held.change(EN, |_| -> Answer<()> { panic!("half done") }).expect_err("told");
        let code = |error: RouteGuideError| error.said().code.clone();
        assert_eq!(code(held.ask(EN, |_| Ok(())).expect_err("broken")), "broken");
        assert_eq!(code(held.change(EN, |_| Ok(())).expect_err("still broken")), "broken");
        held.close(EN).expect("closes");
        assert_eq!(code(held.ask(EN, |_| Ok(())).expect_err("closed")), "closed");
    }

    #[test]
    fn closing_drops_what_is_held_and_can_be_done_twice() {
        struct Dropped(std::sync::Arc<()>);
        let alive = std::sync::Arc::new(());
        let held = Held::new("library", Dropped(alive.clone()));
        held.ask(EN, |dropped| Ok(std::sync::Arc::strong_count(&dropped.0))).expect("open");
        held.close(EN).expect("closes");
        assert_eq!(std::sync::Arc::strong_count(&alive), 1);
        held.close(EN).expect("closes again");
    }

    #[test]
    fn a_change_that_fails_leaves_the_object_as_it_is() {
        let held = Held::new("library", 1);
        let refused = held.change(EN, |_| -> Answer<()> { Err(Complaint::closed("x", EN).into()) });
        assert!(refused.is_err());
        assert_eq!(held.change(EN, |one| Ok(std::mem::replace(one, 2))).expect("open"), 1);
        assert_eq!(held.ask(EN, |two| Ok(*two)).expect("open"), 2);
    }

    #[test]
    fn a_report_names_no_folder_of_the_machine_it_was_built_on() {
        assert_eq!(short("/home/somebody/crates/rusqlite-0.41.1/src/lib.rs"), "rusqlite-0.41.1/src/lib.rs");
        assert_eq!(short("core/src/library/mod.rs"), "core/src/library/mod.rs");
        assert_eq!(short("bindings/src/border.rs"), "bindings/src/border.rs");
    }
}
