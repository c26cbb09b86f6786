package org.nuancan.standalone;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nuancan.engine.SourceFolder;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/// Compares the compose files with their schema, and the names in them with the sources. It needs
/// no Docker engine; `ComposeTest` starts everything.
class ComposeFileTest {

    private static final Path ROOT = SourceFolder.find();
    private static final Pattern ENVIRONMENT = Pattern.compile("NUANCAN_[A-Z0-9_]+");
    private static final Pattern PROPERTY = Pattern.compile("\\b(nuancan\\.[a-z0-9.-]+)");
    private static final Pattern VARIABLE = Pattern.compile("\\$\\{([A-Z0-9_]+)");
    private static final Pattern COPIED = Pattern.compile("(?m)^COPY (\\S+) ");

    private static final String SINGLE = "docker-compose.yml";
    private static final String CLUSTER = "deploy/compose.cluster.yml";

    private final JsonNode compose = read(SINGLE);

    @ParameterizedTest
    @ValueSource(strings = {SINGLE, CLUSTER})
    void the_compose_file_keeps_to_the_compose_specification(String file) {
        assertThat(faults(read(file))).isEmpty();
    }

    @Test
    void a_compose_file_with_a_word_that_does_not_exist_is_found() {
        var wrong = parse("services:\n  db:\n    imagine: mysql:9.7\n");

        assertThat(faults(wrong)).hasSize(1).first().asString().contains("imagine");
    }

    @Test
    void every_image_of_ours_is_built_from_what_maven_makes() {
        for (var service : built()) {
            var module = ROOT.resolve(service.path("build").asText());
            var name = module.normalize().getFileName().toString();

            assertThat(module.resolve("pom.xml")).exists();
            assertThat(copiedBy(module.resolve("Dockerfile")))
                    .containsExactly("target/lib", "target/" + name + "-*.jar");
            assertThat(text(module.resolve(".dockerignore")))
                    .contains("!target/lib")
                    .contains("!target/*.jar");
            assertThat(mainClass(module)).exists();
        }
    }

    @Test
    void every_setting_is_one_that_its_service_reads() {
        for (var service : built()) {
            var module = ROOT.resolve(service.path("build").asText());
            var known = settingsReadBy(module);

            assertThat(known).containsAll(names(service.path("environment")));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {SINGLE, CLUSTER})
    void every_variable_stands_in_the_example(String file) {
        var example = text(ROOT.resolve(".env.example"));
        var variables =
                VARIABLE.matcher(text(ROOT.resolve(file)))
                        .results()
                        .map(found -> found.group(1))
                        .toList();

        assertThat(variables)
                .isNotEmpty()
                .allSatisfy(name -> assertThat(example).containsPattern("(?m)^" + name + "="));
    }

    @Test
    void a_server_of_the_cluster_has_every_setting_of_the_single_one() {
        var single = texts(compose.at("/services/mysql/command"));

        for (var server : List.of("mysql", "mysql-2", "mysql-3")) {
            assertThat(texts(read(CLUSTER).at("/services/" + server + "/command")))
                    .containsAll(single);
        }
    }

    private static List<String> texts(JsonNode list) {
        var texts = new ArrayList<String>();
        list.forEach(text -> texts.add(text.asText()));
        return texts;
    }

    @ParameterizedTest
    @ValueSource(strings = {SINGLE, CLUSTER})
    void every_file_that_is_mounted_exists(String file) {
        var mounted = new ArrayList<String>();
        for (var service : read(file).path("services")) {
            service.path("volumes").forEach(volume -> mounted.add(volume.asText()));
        }

        assertThat(mounted.stream().filter(volume -> volume.startsWith("./")))
                .isNotEmpty()
                .allSatisfy(volume -> assertThat(ROOT.resolve(volume.split(":", 2)[0])).exists());
    }

    private static List<String> faults(JsonNode file) {
        // The schema declares draft 2019-09, which uses `$id`, but names itself by the older `id`.
        var schema = withoutIds(resource("/compose-spec.json"));
        return JsonSchemaFactory.getInstance(VersionFlag.V201909)
                .getSchema(schema)
                .validate(file)
                .stream()
                .map(Object::toString)
                .toList();
    }

    private static JsonNode withoutIds(JsonNode node) {
        if (node instanceof ObjectNode object && object.path("id").isTextual()) {
            object.remove("id");
        }
        for (var child : node) {
            var _ = withoutIds(child);
        }
        return node;
    }

    private static JsonNode resource(String name) {
        try (var content = ComposeFileTest.class.getResourceAsStream(name)) {
            return new ObjectMapper().readTree(requireNonNull(content));
        } catch (IOException exception) {
            throw new UncheckedIOException(exception);
        }
    }

    private List<JsonNode> built() {
        var found = new ArrayList<JsonNode>();
        for (var service : compose.path("services")) {
            if (service.has("build")) {
                found.add(service);
            }
        }
        assertThat(found).hasSize(4);
        return found;
    }

    private static List<String> copiedBy(Path dockerfile) {
        return COPIED.matcher(text(dockerfile)).results().map(found -> found.group(1)).toList();
    }

    private static Path mainClass(Path module) {
        var named =
                Pattern.compile("<mainClass>(.+)</mainClass>")
                        .matcher(text(module.resolve("pom.xml")));
        assertThat(named.find()).isTrue();
        return module.resolve("src/main/java/" + named.group(1).replace('.', '/') + ".java");
    }

    private static Set<String> settingsReadBy(Path module) {
        var sources = new ArrayList<String>(sources(module));
        if (module.normalize().endsWith("meal-api")) {
            sources.addAll(sources(ROOT.resolve("settlement")));
        }
        var known = new TreeSet<String>();
        for (var source : sources) {
            ENVIRONMENT.matcher(source).results().map(MatchResult::group).forEach(known::add);
            PROPERTY.matcher(source)
                    .results()
                    .map(found -> found.group(1).replaceAll("[.-]", "_").toUpperCase(Locale.ROOT))
                    .forEach(known::add);
        }
        return known;
    }

    private static List<String> sources(Path module) {
        try (Stream<Path> files = Files.walk(module.resolve("src/main"))) {
            return files.filter(file -> file.toString().matches(".*\\.(java|yml)"))
                    .map(ComposeFileTest::text)
                    .toList();
        } catch (IOException exception) {
            throw new UncheckedIOException(exception);
        }
    }

    private static Set<String> names(JsonNode environment) {
        return environment.properties().stream()
                .map(Map.Entry::getKey)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static JsonNode read(String file) {
        return parse(text(ROOT.resolve(file)));
    }

    private static JsonNode parse(String yaml) {
        return new ObjectMapper()
                .valueToTree(new Yaml(new SafeConstructor(new LoaderOptions())).load(yaml));
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException exception) {
            throw new UncheckedIOException(exception);
        }
    }
}
