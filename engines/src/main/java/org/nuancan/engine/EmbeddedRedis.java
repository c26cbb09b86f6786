package org.nuancan.engine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import redis.embedded.core.ExecutableProvider;

/// A real Redis server from a jar. It listens on 127.0.0.1 only, with a password made for this run.
/// It stores nothing on disk, since Redis holds no data that must last.
public final class EmbeddedRedis implements AutoCloseable {

    private final Path home;
    private final int port;
    private final String password;
    private EngineProcess process;

    private EmbeddedRedis(Path home, int port, String password) {
        this.home = home;
        this.port = port;
        this.password = password;
        this.process = launch(home, port, password);
    }

    /// Starts a server. If an earlier owner left one running in the folder, it is ended first.
    ///
    /// @param folder of its settings and its log; created if missing
    public static EmbeddedRedis start(Path folder) {
        var home = Engines.ownFolder(folder.toAbsolutePath().normalize());
        EngineProcess.endStale(home);
        return new EmbeddedRedis(home, Ports.free(), Engines.password());
    }

    /// Ends a server that a killed owner left running in a folder.
    public static void endStale(Path folder) {
        EngineProcess.endStale(folder.toAbsolutePath().normalize());
    }

    /// Starts the server again after [#close], at the same address and empty.
    public void startAgain() {
        if (!process.isAlive()) {
            process = launch(home, port, password);
        }
    }

    private static EngineProcess launch(Path home, int port, String password) {
        var settings =
                Engines.secretFile(
                        home.resolve("redis.conf"),
                        """
                        bind 127.0.0.1
                        port %d
                        requirepass %s
                        protected-mode yes
                        dir %s
                        save ""
                        appendonly no
                        maxmemory 128mb
                        maxmemory-policy volatile-lru
                        """
                                .formatted(port, password, home));
        return EngineProcess.launch(List.of(program().toString(), settings.toString()), home, port);
    }

    private static synchronized Path program() {
        var unpacked = Engines.cache().resolve("redis-server-6.2.6");
        if (Files.isExecutable(unpacked)) {
            return unpacked;
        }
        try {
            var from = ExecutableProvider.newJarResourceProvider().get().toPath();
            var partial = Files.createTempFile(Engines.cache(), "redis", ".partial");
            Files.copy(from, partial, StandardCopyOption.REPLACE_EXISTING);
            if (!partial.toFile().setExecutable(true)) {
                throw new IOException("cannot be made executable: " + partial);
            }
            return Files.move(partial, unpacked, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException exception) {
            throw new UncheckedIOException(exception);
        }
    }

    /// The address with its password, in the form that Lettuce reads.
    public String uri() {
        return "redis://:%s@127.0.0.1:%d".formatted(password, port);
    }

    /// The port that the server listens on; [#startAgain] keeps it.
    public int port() {
        return port;
    }

    /// Ends the server; its data is lost.
    @Override
    public void close() {
        process.end();
    }
}
