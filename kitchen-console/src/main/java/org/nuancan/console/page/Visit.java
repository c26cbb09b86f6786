package org.nuancan.console.page;

/// What is known of every request, signed in or not.
///
/// @param visitor a random name for the browser, to which forms are bound
/// @param path path and query, to come back to
public record Visit(Language language, String visitor, String path) {

    static final String ATTRIBUTE = "nuancan.visit";
}
