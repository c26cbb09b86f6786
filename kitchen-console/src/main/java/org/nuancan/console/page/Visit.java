package org.nuancan.console.page;

import java.util.Optional;
import org.nuancan.console.export.TableRequest;

/// What is known of every request, signed in or not.
///
/// @param visitor a random name for the browser, to which forms are bound
/// @param path path and query, to come back to
/// @param part whether htmx requests a part of a page
/// @param done the word for what was done by the form that led here
/// @param file the table of the page that is requested as a file, if any
public record Visit(
        Language language,
        String visitor,
        String path,
        boolean part,
        Optional<String> done,
        Optional<TableRequest> file) {

    static final String ATTRIBUTE = "nuancan.visit";

    /// Of a request about which nothing is known.
    static final Visit STRANGER =
            new Visit(Language.ZH, "", "/", false, Optional.empty(), Optional.empty());
}
