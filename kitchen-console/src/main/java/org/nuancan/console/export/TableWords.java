package org.nuancan.console.export;

/// Words that a file has and its page has not.
///
/// @param yuan the unit behind the heading of a column of money
/// @param note the word behind the heading of a column of notes
/// @param cut says that the list goes on
public record TableWords(String yuan, String note, String cut) {}
