package org.nuancan.console.api;

/// The caller of meal-api and the language of the answers.
///
/// @param accessToken sent to meal-api only
/// @param language `zh` or `en`
/// @param whole whether lists are read to their end, for a file, instead of one page
public record ApiCaller(String accessToken, String language, boolean whole) {

    /// Reads lists page by page.
    public ApiCaller(String accessToken, String language) {
        this(accessToken, language, false);
    }

    /// Never shows the token.
    @Override
    public String toString() {
        return "ApiCaller[" + language + "]";
    }
}
