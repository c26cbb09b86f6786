package org.nuancan.engine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.regex.Pattern;
import org.slf4j.LoggerFactory;

/// The folder of this JVM's engines. It is deleted when the JVM ends. The next JVM deletes the
/// folder of a killed one and ends its engines.
final class TestFolder {

    private static final Path TEMPORARY = Path.of(System.getProperty("java.io.tmpdir"));
    private static final Pattern NAME = Pattern.compile("nuancan-test-(\\d+)");
    private static final Deque<AutoCloseable> ENGINES = new ArrayDeque<>();
    private static final Path FOLDER = make();

    private TestFolder() {}

    static Path path() {
        return FOLDER;
    }

    /// Ends the engine with the JVM; engines end in reverse order of registration.
    static synchronized void endWithTheJvm(AutoCloseable engine) {
        ENGINES.push(engine);
    }

    private static Path make() {
        sweep();
        Runtime.getRuntime().addShutdownHook(new Thread(TestFolder::end, "engines-of-tests"));
        return Engines.ownFolder(
                TEMPORARY.resolve("nuancan-test-" + ProcessHandle.current().pid()));
    }

    private static synchronized void end() {
        try {
            while (!ENGINES.isEmpty()) {
                ENGINES.pop().close();
            }
            Engines.delete(FOLDER);
        } catch (Exception exception) {
            LoggerFactory.getLogger(TestFolder.class)
                    .warn("engines of tests did not end: {}", exception.toString());
        }
    }

    private static void sweep() {
        try (var folders = Files.list(TEMPORARY)) {
            folders.filter(TestFolder::isOrphan).forEach(TestFolder::remove);
        } catch (IOException exception) {
            throw new UncheckedIOException(exception);
        }
    }

    private static boolean isOrphan(Path folder) {
        var matcher = NAME.matcher(folder.getFileName().toString());
        return matcher.matches()
                && Files.isWritable(folder)
                && ProcessHandle.of(Long.parseLong(matcher.group(1))).isEmpty();
    }

    private static void remove(Path orphan) {
        EngineProcess.endStale(orphan.resolve("mariadb"));
        EngineProcess.endStale(orphan.resolve("redis"));
        Engines.delete(orphan);
    }
}
