package org.nuancan.http;

import static java.util.stream.Collectors.joining;

import com.atlassian.oai.validator.OpenApiInteractionValidator;
import com.atlassian.oai.validator.model.Request.Method;
import com.atlassian.oai.validator.model.SimpleResponse;
import com.atlassian.oai.validator.report.LevelResolver;
import com.atlassian.oai.validator.report.ValidationReport;
import com.atlassian.oai.validator.report.ValidationReport.Level;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;

/// Compares the answers that tests get with the OpenAPI document that the service publishes: the
/// status, the media type and every field of the body.
public final class Contract {

    private static final AtomicReference<Contract> READ = new AtomicReference<>();

    /// Pages for people, the framework's own operations and the doors that only tests have, which
    /// the document leaves out; the journal, which is one operation in three media types; the key
    /// set, whose shape RFC 7517 says.
    private static final Set<String> LEFT_OUT =
            Set.of(
                    "/health",
                    "/info",
                    "/keys",
                    "/openapi",
                    "/problems",
                    "/prometheus",
                    "/test-doors",
                    "/v1/finance/journal");

    private static final Set<String> METHODS = Set.of("GET", "POST", "PUT", "PATCH");

    /// Not modified, not found, method not allowed: nothing of an operation is in the answer.
    private static final Set<Integer> WITHOUT_OPERATION = Set.of(304, 404, 405);

    private final OpenApiInteractionValidator validator;
    private final Optional<ExampleRecorder> examples;

    private Contract(String document) {
        examples = ExampleRecorder.of(document);
        validator =
                OpenApiInteractionValidator.createForInlineApiSpecification(withNulls(document))
                        .withLevelResolver(
                                LevelResolver.create()
                                        .withLevel(
                                                "validation.response.body.schema.additionalProperties",
                                                Level.IGNORE)
                                        .build())
                        .build();
    }

    /// The contract that a node publishes; all nodes of a test run publish the same.
    static Contract of(HttpClient http, URI node) {
        var known = READ.get();
        if (known != null) {
            return known;
        }
        var read = new Contract(document(http, node));
        READ.set(read);
        return read;
    }

    private static String document(HttpClient http, URI node) {
        var request =
                HttpRequest.newBuilder(node.resolve("/openapi/openapi.json"))
                        .timeout(Duration.ofSeconds(60))
                        .build();
        try {
            return http.send(request, BodyHandlers.ofString()).body();
        } catch (IOException exception) {
            throw new UncheckedIOException(exception);
        } catch (InterruptedException exception) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(exception);
        }
    }

    /// The generator writes `nullable` beside a reference. People and code generators understand
    /// it, but a strict reading of OpenAPI 3.0.3 lets no null through the reference.
    public static String withNulls(String document) {
        try {
            var root = new JsonMapper().readTree(document);
            allowNulls(root);
            return root.toString();
        } catch (JsonProcessingException exception) {
            throw new IllegalStateException("the document is no JSON", exception);
        }
    }

    private static void allowNulls(JsonNode node) {
        if (node instanceof ObjectNode schema
                && schema.path("nullable").asBoolean()
                && schema.path("allOf").isArray()) {
            var choices = schema.putArray("anyOf");
            choices.addAll((ArrayNode) schema.remove("allOf"));
            choices.addObject().put("nullable", true).putArray("enum").addNull();
        }
        node.forEach(Contract::allowNulls);
    }

    /// Checks the answer to a request.
    ///
    /// @throws AssertionError if the answer is not as the document says
    void check(String method, String path, String body, Reply reply) {
        check(method, path, reply);
        examples.ifPresent(
                recorder -> recorder.record(method, path.replaceFirst("[?#].*", ""), body, reply));
    }

    /// @throws AssertionError if the answer is not as the document says
    void check(String method, String path, Reply reply) {
        var bare = path.replaceFirst("[?#].*", "");
        if (!METHODS.contains(method)
                || WITHOUT_OPERATION.contains(reply.status())
                || LEFT_OUT.stream().anyMatch(bare::startsWith)) {
            return;
        }
        var response = SimpleResponse.Builder.status(reply.status()).withBody(reply.body());
        reply.header("Content-Type").ifPresent(response::withContentType);
        var report = validator.validateResponse(bare, Method.valueOf(method), response.build());
        if (refusedBeforeRouting(report, reply)) {
            return;
        }
        if (report.hasErrors()) {
            throw new AssertionError(
                    report.getMessages().stream()
                            .map(ValidationReport.Message::getMessage)
                            .collect(
                                    joining(
                                            "; ",
                                            "%s %s is not as documented: ".formatted(method, bare),
                                            "\n" + reply)));
        }
    }

    /// A caller who may do nothing is refused before the service looks whether the path exists.
    private static boolean refusedBeforeRouting(ValidationReport report, Reply reply) {
        return (reply.status() == 401 || reply.status() == 403)
                && report.getMessages().stream()
                        .anyMatch(message ->
                                message.getKey().equals("validation.request.path.missing"));
    }
}
