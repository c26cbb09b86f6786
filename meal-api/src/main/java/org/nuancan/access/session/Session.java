package org.nuancan.access.session;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.micronaut.core.annotation.Introspected;
import io.micronaut.security.authentication.Authentication;
import java.util.List;

/// A pair of tokens, as it is answered.
///
/// @param expiresIn the lifetime of the access token, in seconds
@Introspected
record Session(
        @JsonProperty("access_token") String accessToken,
        @JsonProperty("refresh_token") String refreshToken,
        @JsonProperty("token_type") String tokenType,
        @JsonProperty("expires_in") long expiresIn,
        @JsonProperty("username") String username,
        @JsonProperty("roles") List<String> roles) {

    static Session of(
            Authentication caller, String accessToken, String refreshToken, long expiresIn) {
        return new Session(
                accessToken,
                refreshToken,
                "Bearer",
                expiresIn,
                caller.getName(),
                List.copyOf(caller.getRoles()));
    }
}
