package org.nuancan.fuzz;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URLEncoder;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;

/// Makes random requests for an operation: half of them plausible, half with an odd part.
final class RequestGenerator {

    /// A request that can be sent.
    ///
    /// @param target path and query
    record Request(
            String method,
            String target,
            Map<String, String> headers,
            String contentType,
            String body) {}

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final int DEEPEST = 6;
    private static final List<String> CONTENT_TYPES =
            List.of(
                    "text/plain",
                    "application/json; charset=UTF-16",
                    "application/json; charset=nonsense",
                    "application/x-www-form-urlencoded",
                    "application/xml",
                    "multipart/form-data; boundary=x");
    private static final List<String> ODD_HEADERS =
            List.of(
                    "Accept-Language",
                    "Accept",
                    "Last-Event-ID",
                    "If-None-Match",
                    "X-Forwarded-For");

    /// A policy, for the operations whose document is not described as a schema.
    private static final ObjectNode SAMPLE = sample();

    private final OpenApi api;
    private final KnownValues known;
    private final LocalDate today;
    private final Random random;

    RequestGenerator(OpenApi api, KnownValues known, LocalDate today, Random random) {
        this.api = api;
        this.known = known;
        this.today = today;
        this.random = random;
    }

    Request next(Operation operation) {
        var headers = new HashMap<String, String>();
        var path = operation.path();
        var query = new StringBuilder();
        for (var parameter : operation.parameters()) {
            var value = parameterValue(parameter);
            switch (parameter.place()) {
                case "path" -> path = path.replace("{" + parameter.name() + "}", encoded(value));
                case "header" -> headers.put(parameter.name(), asHeader(value));
                default -> {
                    if (parameter.required() || random.nextInt(3) == 0) {
                        query.append(query.isEmpty() ? '?' : '&')
                                .append(encoded(parameter.name()))
                                .append('=')
                                .append(encoded(value));
                    }
                }
            }
        }
        if (headers.containsKey("Idempotency-Key") && random.nextInt(10) > 0) {
            headers.put("Idempotency-Key", "fuzz-" + random.nextInt(1 << 20));
        }
        if (random.nextInt(12) == 0) {
            headers.put(
                    ODD_HEADERS.get(random.nextInt(ODD_HEADERS.size())),
                    asHeader(OddValues.text(random)));
        }
        path = path.replaceAll("\\{[^}]*}", "1");
        return new Request(
                operation.method(),
                path + query,
                headers,
                contentType(operation),
                operation.body().map(this::body).orElse(""));
    }

    private String parameterValue(Operation.Parameter parameter) {
        if (random.nextInt(6) == 0) {
            return OddValues.text(random);
        }
        var value = value(parameter.name(), parameter.schema(), DEEPEST);
        return value.isContainerNode() ? value.path(0).asText("x") : value.asText();
    }

    private String contentType(Operation operation) {
        return random.nextInt(25) == 0
                ? CONTENT_TYPES.get(random.nextInt(CONTENT_TYPES.size()))
                : operation.body().map(Operation.Body::contentType).orElse("application/json");
    }

    private String body(Operation.Body body) {
        if (!body.contentType().contains("json")) {
            return "%s,%s\r\n%s,\"%s\r\n"
                    .formatted(
                            OddValues.text(random),
                            OddValues.text(random),
                            OddValues.text(random),
                            OddValues.text(random));
        }
        var value = value("", body.schema(), 0);
        var mutations = Math.max(0, random.nextInt(5) - 2);
        for (var i = 0; i < mutations; i++) {
            mutate(value);
        }
        return withEscapedHalves(value.toString());
    }

    /// Halves of surrogate pairs cannot be encoded in UTF-8, but JSON can escape them.
    private static String withEscapedHalves(String json) {
        var text = new StringBuilder();
        json.codePoints()
                .forEach(point -> {
                    if (Character.getType(point) == Character.SURROGATE) {
                        text.append("\\u%04x".formatted(point));
                    } else {
                        text.appendCodePoint(point);
                    }
                });
        return text.toString();
    }

    private JsonNode value(String name, JsonNode unresolved, int depth) {
        var schema = api.resolved(unresolved);
        if (depth > 0 && random.nextInt(3) > 0 && !schema.path("type").asText().equals("array")) {
            var found = known.find(name, random);
            if (found.isPresent()) {
                return found.get();
            }
        }
        var choices = schema.path("enum");
        if (!choices.isEmpty()) {
            return choices.get(random.nextInt(choices.size()));
        }
        return switch (schema.path("type").asText()) {
            case "object" ->
                    schema.path("properties").isEmpty() ? SAMPLE.deepCopy() : object(schema, depth);
            case "array" -> array(name, schema, depth);
            case "integer", "number" -> JSON.numberNode(number(schema));
            case "boolean" -> JSON.booleanNode(random.nextBoolean());
            default -> JSON.textNode(text(name, schema));
        };
    }

    private ObjectNode object(JsonNode schema, int depth) {
        var object = JSON.objectNode();
        if (depth >= DEEPEST) {
            return object;
        }
        var required = new ArrayList<String>();
        schema.path("required").forEach(name -> required.add(name.asText()));
        schema.path("properties")
                .properties()
                .forEach(field -> {
                    if (required.contains(field.getKey()) || random.nextInt(3) > 0) {
                        object.set(
                                field.getKey(), value(field.getKey(), field.getValue(), depth + 1));
                    }
                });
        return object;
    }

    private ArrayNode array(String name, JsonNode schema, int depth) {
        var array = JSON.arrayNode();
        var size = 1 + random.nextInt(2);
        for (var i = 0; i < size && depth < DEEPEST; i++) {
            array.add(value(singular(name), schema.path("items"), depth + 1));
        }
        return array;
    }

    private static String singular(String name) {
        return name.endsWith("s") ? name.substring(0, name.length() - 1) : name;
    }

    private long number(JsonNode schema) {
        var least = schema.path("minimum").asLong(0);
        var most = schema.path("maximum").asLong(2_000);
        return least + Math.floorMod(random.nextLong(), Math.max(1, Math.min(most - least, 5_000)));
    }

    private String text(String name, JsonNode schema) {
        return switch (schema.path("format").asText()) {
            case "date" -> today.minusDays(random.nextInt(5) - 2).toString();
            case "date-time" -> today + "T%02d:00:00+08:00".formatted(random.nextInt(24));
            default ->
                    name.toLowerCase(Locale.ROOT).contains("division")
                            ? "110105012"
                            : "fuzz-" + random.nextInt(100);
        };
    }

    /// Replaces, removes or adds one part at a random place.
    private void mutate(JsonNode root) {
        var places = new ArrayList<JsonNode>();
        collect(root, places);
        if (places.isEmpty()) {
            return;
        }
        switch (places.get(random.nextInt(places.size()))) {
            case ObjectNode object -> {
                var names = new ArrayList<String>();
                object.fieldNames().forEachRemaining(names::add);
                if (names.isEmpty() || random.nextInt(8) == 0) {
                    object.set(OddValues.text(random), OddValues.node(random));
                } else if (random.nextInt(6) == 0) {
                    object.remove(names.get(random.nextInt(names.size())));
                } else {
                    object.set(names.get(random.nextInt(names.size())), OddValues.node(random));
                }
            }
            case ArrayNode array -> array.add(OddValues.node(random));
            default -> {}
        }
    }

    private static void collect(JsonNode node, List<JsonNode> places) {
        if (node.isContainerNode()) {
            places.add(node);
            node.forEach(child -> collect(child, places));
        }
    }

    private static ObjectNode sample() {
        try {
            return (ObjectNode)
                    new JsonMapper()
                            .readTree(
                                    """
                                    {"code": "FUZZ", "version": 1, "name": {"zh": "补", "en": "x"},
                                     "owner": "110105", "effectiveFrom": "2099-01-01",
                                     "effectiveTo": null, "side": "DINER", "payee": null,
                                     "group": null, "stage": 1, "priority": 1, "who": [{"minAge": 60}],
                                     "where": {"within": "ANY", "of": "HOUSEHOLD", "siteTypes": null,
                                               "minSiteGrade": 0, "listedOnly": false},
                                     "when": {"slots": null, "weekdays": null, "calendar": "ANY"},
                                     "how": null, "bill": null, "needsDinerGrant": false,
                                     "amount": {"type": "FIXED", "fen": 100},
                                     "limits": [{"on": "ELDER", "per": "DAY", "meals": 1, "fen": null}],
                                     "funding": [{"payer": "CHARITY:x", "weight": 1}]}
                                    """);
        } catch (JsonProcessingException exception) {
            throw new IllegalStateException(exception);
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text.isEmpty() ? " " : text, UTF_8).replace("+", "%20");
    }

    /// The part of a text that a header can contain.
    private static String asHeader(String text) {
        return text.replaceAll("[^ -~]", "?");
    }
}
