package org.nuancan.close.statement;

/// Numbers of lines of a statement, by kind.
///
/// @param orders captured orders
/// @param refunds refunds
/// @param lines all journals, including those two
public record Counts(long orders, long refunds, long lines) {}
