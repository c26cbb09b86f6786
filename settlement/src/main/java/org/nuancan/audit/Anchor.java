package org.nuancan.audit;

/// The beginning of a chain: its last deleted link, or none.
///
/// @param sequence 0 for a chain that has all its links
record Anchor(long sequence, String hash) {}
