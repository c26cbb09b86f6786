package org.nuancan.console.api;

/// Who asks, and in which language the answer's words shall be.
///
/// @param accessToken shown to meal-api and to nobody else
/// @param language `zh` or `en`
public record ApiCaller(String accessToken, String language) {

    /// Never shows the token.
    @Override
    public String toString() {
        return "ApiCaller[" + language + "]";
    }
}
