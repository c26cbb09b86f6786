package org.nuancan.http.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;

/// Puts examples of requests and answers into the OpenAPI document.
///
/// The examples were recorded from tests: `openapi-examples.json` has an object for each operation
/// (`POST /login`) with the body of its `request` and of its answers by status.
final class OpenApiExamples {

    private static final List<String> TYPES =
            List.of("application/json", "application/x-www-form-urlencoded");

    private OpenApiExamples() {}

    static void add(ObjectNode document, JsonNode examples) {
        for (var entry : examples.properties()) {
            var words = entry.getKey().split(" ", 2);
            var operation =
                    document.path("paths").path(words[1]).path(words[0].toLowerCase(Locale.ROOT));
            for (var example : entry.getValue().properties()) {
                var body =
                        example.getKey().equals("request")
                                ? operation.path("requestBody")
                                : operation.path("responses").path(example.getKey());
                for (var type : TYPES) {
                    if (body.path("content").path(type) instanceof ObjectNode content) {
                        content.set("example", example.getValue());
                    }
                }
            }
        }
    }
}
