package org.nuancan.http.openapi;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.micronaut.core.io.ResourceResolver;
import io.micronaut.core.util.StringUtils;
import io.micronaut.core.util.SupplierUtil;
import io.micronaut.web.router.Router;
import io.micronaut.web.router.UriRouteInfo;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import org.nuancan.http.idempotency.IdempotencyKey;

/// The generated OpenAPI document with additions that the generator cannot see: which operations
/// need an `Idempotency-Key`, the problem answers of every operation, stable names and examples.
@Singleton
public final class OpenApiDocument {

    private static final String HEADER = "Idempotency-Key";
    private static final String GENERATED = "classpath:META-INF/swagger/meal-api.json";
    private static final String EXAMPLES =
            "classpath:org/nuancan/http/openapi/openapi-examples.json";

    private final ObjectMapper json;
    private final ResourceResolver resources;
    private final Router router;
    private final Supplier<String> text;

    OpenApiDocument(ObjectMapper json, ResourceResolver resources, Router router) {
        this.json = json;
        this.resources = resources;
        this.router = router;
        this.text = SupplierUtil.memoized(this::made);
    }

    /// The document as JSON.
    String json() {
        return text.get();
    }

    private String made() {
        var document = read(GENERATED);
        describeTrees(document);
        spellPatterns(document);
        var problem = document.withObject("/components/schemas/Problem");
        problem.put("type", "object");
        var fields = problem.putObject("properties");
        for (var name : List.of("type", "title", "detail", "code")) {
            fields.putObject(name).put("type", "string");
        }
        fields.putObject("status").put("type", "integer");
        fields.putObject("errors").put("type", "array").putObject("items").put("type", "object");
        document.withObject("/paths").forEach(path -> path.forEach(this::mayBeRefused));
        router.uriRoutes().filter(OpenApiDocument::needsKey).forEach(route -> key(document, route));
        nameOperations(document);
        OpenApiExamples.add(document, read(EXAMPLES));
        try {
            return json.writeValueAsString(document);
        } catch (JsonProcessingException exception) {
            throw new IllegalStateException("the document is no JSON", exception);
        }
    }

    private ObjectNode read(String resource) {
        try (var in =
                resources
                        .getResourceAsStream(resource)
                        .orElseThrow(() -> new IllegalStateException(resource + " is missing"))) {
            return (ObjectNode) new ObjectMapper().readTree(in);
        } catch (IOException exception) {
            throw new UncheckedIOException(resource, exception);
        }
    }

    /// Names for the methods of generated clients: `postPosCheckouts`, `getSitesBySiteIdPrices`.
    private static void nameOperations(ObjectNode document) {
        for (var path : document.path("paths").properties()) {
            var name = new StringBuilder();
            for (var word : path.getKey().replaceFirst("^/v1/", "/").split("[/._-]", -1)) {
                var bare = word.replaceAll("[{}]", "");
                name.append(bare.equals(word) ? "" : "By").append(StringUtils.capitalize(bare));
            }
            for (var operation : path.getValue().properties()) {
                ((ObjectNode) operation.getValue()).put("operationId", operation.getKey() + name);
            }
        }
    }

    private void mayBeRefused(JsonNode operation) {
        if (operation instanceof ObjectNode node) {
            var refused = node.withObject("/responses").putObject("default");
            refused.put("description", "Refused: a problem (RFC 9457), told by its `code`.");
            refused.putObject("content")
                    .putObject("application/problem+json")
                    .putObject("schema")
                    .put("$ref", "#/components/schemas/Problem");
        }
    }

    private static boolean needsKey(UriRouteInfo<?, ?> route) {
        return Arrays.stream(route.getTargetMethod().getArguments())
                .anyMatch(argument -> argument.getType().equals(IdempotencyKey.class));
    }

    private static void key(ObjectNode document, UriRouteInfo<?, ?> route) {
        var path = route.getUriMatchTemplate().toPathString();
        var operation =
                document.path("paths")
                        .path(path)
                        .path(route.getHttpMethod().name().toLowerCase(Locale.ROOT));
        // The router can list a route several times.
        if (operation instanceof ObjectNode node && !hasKey(node)) {
            var header = node.withArray("/parameters").addObject();
            header.put("name", HEADER);
            header.put("in", "header");
            header.put("required", true);
            header.put(
                    "description",
                    "1–128 printable ASCII characters; the same content, the same key.");
            header.putObject("schema").put("type", "string").put("maxLength", 128);
        }
    }

    private static boolean hasKey(ObjectNode operation) {
        for (var parameter : operation.path("parameters")) {
            if (parameter.path("name").asText().equals(HEADER)) {
                return true;
            }
        }
        return false;
    }

    /// Describes trees. Documents such as policies are read as trees; for these the generator
    /// describes the class of the tree instead of its content, with references that do not exist.
    private static void describeTrees(ObjectNode document) {
        var schemas = document.withObject("/components/schemas");
        schemas.remove(List.of("BaseJsonNode", "ContainerNode_ObjectNode_", "JsonNodeType"));
        schemas.putObject("ObjectNode").put("type", "object");
        if (schemas.at("/Page_ObjectNode_/properties/items") instanceof ObjectNode list) {
            list.putObject("items").put("type", "object");
        }
    }

    /// Rewrites patterns. They are written for Java, but the document's patterns are read as ECMA
    /// 262, which has no POSIX classes.
    private static void spellPatterns(JsonNode node) {
        if (node instanceof ObjectNode object && object.path("pattern").isTextual()) {
            object.put(
                    "pattern",
                    object.path("pattern")
                            .textValue()
                            .replace("\\P{Cntrl}", "[^\\x00-\\x1f\\x7f]")
                            .replace("\\p{Cntrl}", "\\x00-\\x1f\\x7f"));
        }
        node.forEach(OpenApiDocument::spellPatterns);
    }
}
