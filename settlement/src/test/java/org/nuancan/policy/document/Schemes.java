package org.nuancan.policy.document;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.nuancan.policy.SubsidyPolicy;

/// The schemes under `schemes/`, read once.
public final class Schemes {

    private static final JsonMapper JSON = new JsonMapper();
    private static final List<Scheme> ALL = read();

    private Schemes() {}

    /// @param name of the file
    /// @param document the whole file
    /// @param policies its policies
    public record Scheme(String name, JsonNode document, List<SubsidyPolicy> policies) {}

    static List<Scheme> all() {
        return ALL;
    }

    public static Scheme named(String name) {
        return ALL.stream().filter(scheme -> scheme.name().equals(name)).findFirst().orElseThrow();
    }

    static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (IOException exception) {
            throw new UncheckedIOException(exception);
        }
    }

    private static List<Scheme> read() {
        try {
            var folder = Objects.requireNonNull(Schemes.class.getResource("/schemes"));
            try (var files = Files.list(Path.of(folder.toURI()))) {
                return files.sorted().map(Schemes::read).toList();
            }
        } catch (IOException | URISyntaxException exception) {
            throw new IllegalStateException(exception);
        }
    }

    private static Scheme read(Path file) {
        try {
            var document = json(Files.readString(file));
            var name = file.getFileName().toString().replace(".json", "");
            var policies = Read.good(PolicyDocument.readAll(document.get("policies"), "/policies"));
            return new Scheme(name, document, policies);
        } catch (IOException exception) {
            throw new UncheckedIOException(exception);
        }
    }
}
