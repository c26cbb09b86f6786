package org.nuancan.engine;

import java.util.Locale;
import java.util.Optional;
import org.testcontainers.utility.DockerImageName;

/// The kind of servers that tests start when no URL names one.
///
/// `NUANCAN_TEST_ENGINES` says `containers` or `embedded`; without it tests use containers where a
/// Docker engine answers and has the images, and embedded servers elsewhere.
public enum TestEngines {
    CONTAINERS,
    EMBEDDED;

    private static final class Chosen {
        static final TestEngines ENGINES = choose();
    }

    /// The choice for this JVM.
    ///
    /// @throws IllegalStateException if containers are required but not available
    static TestEngines chosen() {
        return Chosen.ENGINES;
    }

    /// Whether the tests of this JVM use containers.
    public static boolean areContainers() {
        return chosen() == CONTAINERS;
    }

    /// Whether the Docker engine has an image; called only if tests use containers.
    ///
    /// @param image its name and tag
    public static boolean hasImage(String image) {
        return Containers.isPresent(DockerImageName.parse(image));
    }

    private static TestEngines choose() {
        var wanted = setting("NUANCAN_TEST_ENGINES").map(TestEngines::named);
        if (wanted.equals(Optional.of(EMBEDDED))) {
            return EMBEDDED;
        }
        var missing = Containers.missing();
        if (missing.isEmpty()) {
            return CONTAINERS;
        }
        if (wanted.isPresent()) {
            throw new IllegalStateException(
                    "NUANCAN_TEST_ENGINES asks for containers, but " + missing.get());
        }
        return EMBEDDED;
    }

    private static TestEngines named(String name) {
        try {
            return valueOf(name.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException unknown) {
            throw new IllegalStateException(
                    "NUANCAN_TEST_ENGINES is neither containers nor embedded: " + name, unknown);
        }
    }

    /// An environment variable, unless it is blank.
    static Optional<String> setting(String name) {
        return Optional.ofNullable(System.getenv(name)).filter(value -> !value.isBlank());
    }
}
