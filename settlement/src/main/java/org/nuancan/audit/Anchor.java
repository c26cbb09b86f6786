package org.nuancan.audit;

/// Where a chain begins: its last link that is gone, or none.
///
/// @param sequence 0 for a chain that has all its links
record Anchor(long sequence, String hash) {}
