package org.nuancan.console.api;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;

/// A pair of tokens, as `/login` and `/oauth/access_token` give it.
///
/// @param expiresIn seconds for which the access token is valid
public record Tokens(
        @JsonProperty("access_token") String accessToken,
        @JsonProperty("refresh_token") String refreshToken,
        @JsonProperty("expires_in") long expiresIn,
        String username,
        List<String> roles) {

    /// Never shows a token.
    @Override
    public String toString() {
        return "Tokens[" + username + "]";
    }
}
