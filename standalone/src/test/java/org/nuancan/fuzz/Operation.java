package org.nuancan.fuzz;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;

/// One operation of the OpenAPI document.
///
/// @param path with its variables: `/v1/elders/{elderId}`
/// @param body empty if the operation takes none
record Operation(String method, String path, List<Parameter> parameters, Optional<Body> body) {

    /// A parameter.
    ///
    /// @param place `path`, `query` or `header`
    record Parameter(String name, String place, boolean required, JsonNode schema) {}

    /// The body in one of its media types.
    record Body(String contentType, JsonNode schema) {}
}
