package org.nuancan.console.review;

/// What the form for one line is about.
///
/// @param orderId the order of the line, empty if it has none
/// @param version the statement as the reader saw it
public record LineForm(String statementId, String journalId, String orderId, int version) {}
