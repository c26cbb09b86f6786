package org.nuancan.console.page;

import java.util.Optional;

/// What is known of every request, signed in or not.
///
/// @param visitor a random name for the browser, to which forms are bound
/// @param path path and query, to come back to
/// @param part whether htmx asks for a part of a page
/// @param done the word for what was done by the form that led here
public record Visit(
        Language language, String visitor, String path, boolean part, Optional<String> done) {

    static final String ATTRIBUTE = "nuancan.visit";

    /// Of a request about which nothing is known.
    static final Visit STRANGER = new Visit(Language.ZH, "", "/", false, Optional.empty());
}
