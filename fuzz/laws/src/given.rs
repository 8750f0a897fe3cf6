//! What bytes stand for; a law that is broken shows it.

use std::fmt::Debug;
use std::marker::PhantomData;
use std::thread;

use arbitrary::{Arbitrary, Unstructured};

/// What the bytes stand for, and what shows it should the law be broken.
pub fn given<'b, T: Arbitrary<'b> + Debug>(bytes: &'b [u8]) -> Option<(T, Shown<'b, T>)> {
    let thing = T::arbitrary_take_rest(Unstructured::new(bytes)).ok()?;
    Some((thing, Shown { bytes, thing: PhantomData }))
}

/// Shows what some bytes stand for when a panic passes by. (Under libFuzzer none does: there a panic ends the process.)
pub struct Shown<'b, T: Arbitrary<'b> + Debug> {
    bytes: &'b [u8],
    thing: PhantomData<T>,
}

impl<'b, T: Arbitrary<'b> + Debug> Drop for Shown<'b, T> {
    fn drop(&mut self) {
        if thread::panicking() {
            let thing = T::arbitrary_take_rest(Unstructured::new(self.bytes));
            eprintln!("given {thing:#?}");
        }
    }
}
