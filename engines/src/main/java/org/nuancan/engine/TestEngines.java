package org.nuancan.engine;

import java.util.Locale;
import java.util.Optional;

/// Where the servers of tests come from when no URL names one.
///
/// `NUANCAN_TEST_ENGINES` says `containers` or `embedded`; without it tests use containers where a
/// Docker engine answers and has the images, and embedded servers elsewhere.
enum TestEngines {
    CONTAINERS,
    EMBEDDED;

    private static final class Chosen {
        static final TestEngines ENGINES = choose();
    }

    /// The choice for this JVM.
    ///
    /// @throws IllegalStateException if containers are demanded and cannot be had
    static TestEngines chosen() {
        return Chosen.ENGINES;
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
