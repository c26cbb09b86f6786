package org.nuancan.demo.lunch;

import com.fasterxml.jackson.databind.JsonNode;

/// An answer of the service.
///
/// @param request the request, for messages
/// @param status the HTTP status
/// @param body JSON; a missing node for an empty body
/// @param replayed whether it repeats the first answer for the same key
record Answer(String request, int status, JsonNode body, boolean replayed) {

    /// The body of a successful answer.
    ///
    /// @throws Disagreement if the request was refused
    JsonNode granted() {
        if (status / 100 != 2) {
            throw new Disagreement("%s 被拒绝 · was refused: %d %s".formatted(request, status, body));
        }
        return body;
    }

    /// The error code of a refusal; an empty text for a success.
    String code() {
        return body.path("code").asText("");
    }
}
