//! Ctrl-C, a closed terminal, the request to end: what is half written goes, then the tool ends as it would have.

/// From now on, files that are not in their place yet are taken away when the tool is told to end.
#[cfg(unix)]
pub fn tidy_up_then() {
    use route_guide_core::files;
    use signal_hook::consts::{SIGHUP, SIGINT, SIGTERM};
    use signal_hook::iterator::Signals;
    use signal_hook::low_level::emulate_default_handler;

    // Where no handler can be set, the next work on the same file takes away what this one leaves.
    let Ok(mut signals) = Signals::new([SIGINT, SIGTERM, SIGHUP]) else { return };
    std::thread::spawn(move || {
        for signal in signals.forever() {
            files::give_up_all();
            // Ends the process so that whoever called it sees by which signal.
            let _ = emulate_default_handler(signal);
        }
    });
}

/// Elsewhere the next work on the same file takes away what this one leaves.
#[cfg(not(unix))]
pub fn tidy_up_then() {}
