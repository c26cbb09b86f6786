package org.nuancan.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;

/// Records examples for the OpenAPI document from what tests send and get. With
/// `-Dnuancan.examples=FILE` it adds to FILE what is missing there; see `OpenApiExamplesTest`.
final class ExampleRecorder {

    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private static final int LONG = 1200;
    private static final int ITEMS_OF_LONG_LISTS = 2;

    /// What tests make up without care for persons: numbers that cannot belong to anybody instead.
    private static final Map<Pattern, String> REPLACED =
            Map.of(
                    Pattern.compile("\"[1-8]\\d{5}(19|20)\\d{9}[\\dX]\""), "\"110199194603029015\"",
                    Pattern.compile("\"\\d{6}(\\*{11})"), "\"110199$1",
                    Pattern.compile("\"1[3-9]\\d{9}\""), "\"01000000017\"",
                    Pattern.compile("\"6222\\d+\""), "\"9999000000000001\"",
                    Pattern.compile("\"eyJ[^\"]*\""), "\"eyJhbGciOiJFUzI1NiJ9.e30.c2lnbmF0dXJl\"");

    /// Tests send texts of the greatest length, too.
    private static final Pattern ODD = Pattern.compile("([^-*0 ]{1,4})\\1{9}");

    private record Operation(String key, Pattern path) {}

    private final Path file;
    private final List<Operation> operations;
    private final Map<String, Map<String, JsonNode>> found = new TreeMap<>();

    private ExampleRecorder(Path file, String document) {
        this.file = file;
        this.operations = operations(read(document));
        Runtime.getRuntime().addShutdownHook(new Thread(this::write, "examples"));
    }

    /// Records if the tests were started with `-Dnuancan.examples`.
    static Optional<ExampleRecorder> of(String document) {
        return Optional.ofNullable(System.getProperty("nuancan.examples"))
                .map(file -> new ExampleRecorder(Path.of(file), document));
    }

    private static List<Operation> operations(JsonNode document) {
        return document.path("paths")
                .propertyStream()
                .flatMap(path ->
                        path.getValue()
                                .propertyStream()
                                .map(method ->
                                        new Operation(
                                                method.getKey().toUpperCase(Locale.ROOT)
                                                        + " "
                                                        + path.getKey(),
                                                pattern(method.getKey(), path.getKey()))))
                // Literal segments before variables.
                .sorted(Comparator.comparing(operation -> operation.key().replace('{', '~')))
                .toList();
    }

    private static Pattern pattern(String method, String path) {
        return Pattern.compile(
                method.toUpperCase(Locale.ROOT)
                        + " "
                        + path.replace(".", "\\.").replaceAll("\\{[^}]*}", "[^/]+"));
    }

    /// Keeps a request and its answer where they say more than those before.
    synchronized void record(String method, String path, String body, Reply reply) {
        if (reply.status() / 100 != 2) {
            return;
        }
        var call = method + " " + path;
        operations.stream()
                .filter(operation -> operation.path().matcher(call).matches())
                .findFirst()
                .ifPresent(operation -> {
                    keep(operation.key(), "request", body);
                    keep(operation.key(), Integer.toString(reply.status()), reply.body());
                });
    }

    private void keep(String operation, String what, String text) {
        if ((text.startsWith("{") || text.startsWith("[")) && !ODD.matcher(text).find()) {
            var example = read(replaced(text));
            if (example.toString().length() > LONG) {
                shorten(example);
            }
            found.computeIfAbsent(operation, _ -> new TreeMap<>())
                    .merge(what, example, ExampleRecorder::better);
        }
    }

    private static String replaced(String text) {
        var result = text;
        for (var one : REPLACED.entrySet()) {
            result = one.getKey().matcher(result).replaceAll(one.getValue());
        }
        return result;
    }

    private static void shorten(JsonNode node) {
        while (node instanceof ArrayNode list && list.size() > ITEMS_OF_LONG_LISTS) {
            var _ = list.remove(list.size() - 1);
        }
        node.forEach(ExampleRecorder::shorten);
    }

    /// The longer of two, unless it is very long.
    private static JsonNode better(JsonNode first, JsonNode second) {
        return worth(second) > worth(first) ? second : first;
    }

    private static int worth(JsonNode example) {
        var length = example.toString().length();
        return length > LONG ? 2 * LONG - length : length;
    }

    private synchronized void write() {
        try {
            var all = new TreeMap<String, JsonNode>();
            if (Files.exists(file)) {
                read(Files.readString(file))
                        .properties()
                        .forEach(one -> all.put(one.getKey(), one.getValue()));
            }
            found.forEach((operation, examples) -> {
                var kept = all.computeIfAbsent(operation, _ -> JSON.createObjectNode());
                examples.forEach((what, example) -> {
                    if (!kept.has(what)) {
                        ((ObjectNode) kept).set(what, example);
                    }
                });
            });
            Files.writeString(file, JSON.writeValueAsString(all) + "\n");
        } catch (IOException exception) {
            throw new UncheckedIOException(exception);
        }
    }

    private static JsonNode read(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException exception) {
            throw new IllegalArgumentException("no JSON: " + text, exception);
        }
    }
}
