package org.nuancan.compose;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.nuancan.engine.SourceFolder;
import org.nuancan.engine.TestEngines;

/// The repository's folder with the jars that the images are built from.
final class PackagedModules {

    private static final List<String> MODULES =
            List.of("db", "settlement", "meal-api", "kitchen-console");

    private PackagedModules() {}

    /// The folder of `docker-compose.yml`. Skips the test where no Docker engine has the images, or
    /// the modules are not packaged.
    static Path rootOrSkip() throws IOException {
        assumeTrue(TestEngines.areContainers(), "tests do not use containers here");
        for (var image : List.of("nginx:1.28", "eclipse-temurin:25-jre")) {
            assumeTrue(TestEngines.hasImage(image), "the Docker engine lacks " + image);
        }
        var root = SourceFolder.find();
        for (var module : MODULES) {
            assumeTrue(isPackaged(root.resolve(module)), module + " is not packaged");
        }
        return root;
    }

    private static boolean isPackaged(Path module) throws IOException {
        var target = module.resolve("target");
        if (!Files.isDirectory(target.resolve("lib"))) {
            return false;
        }
        try (var files = Files.list(target)) {
            return files.anyMatch(file -> file.toString().endsWith(".jar"));
        }
    }
}
