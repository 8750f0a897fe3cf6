//! What is on the phone: installed bundles, recordings, progress, settings and what can be searched.
//!
//! One folder with one database and the files it names. Nothing here asks for the time, the network or anything else
//! that was not handed in; nothing the traveller made is ever lost: every change is there whole or not at all, a
//! damaged database is set aside and what can be read of it is salvaged.

pub mod search;
