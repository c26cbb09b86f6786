package org.nuancan.fuzz;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// The OpenAPI document of the running service.
final class OpenApi {

    private static final String REFERENCE = "$ref";

    private final JsonNode document;

    OpenApi(JsonNode document) {
        this.document = document;
    }

    List<Operation> operations() {
        var operations = new ArrayList<Operation>();
        document.path("paths")
                .properties()
                .forEach(path ->
                        path.getValue()
                                .properties()
                                .forEach(method ->
                                        operations.add(
                                                operation(
                                                        method.getKey(),
                                                        path.getKey(),
                                                        method.getValue()))));
        return operations;
    }

    private Operation operation(String method, String path, JsonNode node) {
        var parameters = new ArrayList<Operation.Parameter>();
        for (var item : node.path("parameters")) {
            var parameter = resolved(item);
            parameters.add(
                    new Operation.Parameter(
                            parameter.path("name").asText(),
                            parameter.path("in").asText(),
                            parameter.path("required").asBoolean(),
                            resolved(parameter.path("schema"))));
        }
        return new Operation(method.toUpperCase(Locale.ROOT), path, parameters, body(node));
    }

    private Optional<Operation.Body> body(JsonNode operation) {
        return resolved(operation.path("requestBody")).path("content").properties().stream()
                .findFirst()
                .map(content ->
                        new Operation.Body(content.getKey(), content.getValue().path("schema")));
    }

    /// Resolves a reference to a schema.
    JsonNode resolved(JsonNode schema) {
        var node = schema;
        for (var depth = 0; depth < 8; depth++) {
            if (node.has(REFERENCE)) {
                node = document.at(node.path(REFERENCE).asText().substring(1));
            } else if (node.path("allOf").size() == 1) {
                node = node.path("allOf").get(0);
            } else {
                return node;
            }
        }
        return node;
    }
}
