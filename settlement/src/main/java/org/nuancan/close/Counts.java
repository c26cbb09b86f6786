package org.nuancan.close;

/// How many lines of which kind a statement has.
///
/// @param orders captured
/// @param refunds given
/// @param lines all journals, those two included
public record Counts(long orders, long refunds, long lines) {}
