package org.nuancan.console.page;

/// Where a form leads once it has been taken.
///
/// @param path the page to show
/// @param word what was done: the text `done.<word>`
public record Done(String path, String word) {}
