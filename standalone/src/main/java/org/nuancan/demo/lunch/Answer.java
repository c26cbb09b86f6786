package org.nuancan.demo.lunch;

import com.fasterxml.jackson.databind.JsonNode;

/// What the service answered.
///
/// @param request what was asked, for sentences
/// @param status the HTTP status
/// @param body JSON; a missing node where there is none
/// @param replayed whether it is the first answer to the same key once more
record Answer(String request, int status, JsonNode body, boolean replayed) {

    /// The body of a success.
    ///
    /// @throws Disagreement if it was refused
    JsonNode granted() {
        if (status / 100 != 2) {
            throw new Disagreement("%s 被拒绝 · was refused: %d %s".formatted(request, status, body));
        }
        return body;
    }

    /// The code of a refusal; empty text for a success.
    String code() {
        return body.path("code").asText("");
    }
}
