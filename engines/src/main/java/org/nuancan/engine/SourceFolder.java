package org.nuancan.engine;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.stream.Stream;

/// The folder with the sources of the project, for tests that read files or run scripts of it.
public final class SourceFolder {

    private static final String MARK = "docker-compose.yml";

    private SourceFolder() {}

    /// The nearest folder above the working directory with `docker-compose.yml`.
    ///
    /// @throws IllegalStateException if there is none
    public static Path find() {
        return Stream.iterate(Path.of("").toAbsolutePath(), Objects::nonNull, Path::getParent)
                .filter(folder -> Files.exists(folder.resolve(MARK)))
                .findFirst()
                .orElseThrow(() ->
                        new IllegalStateException(
                                "no folder above the working directory has " + MARK));
    }
}
