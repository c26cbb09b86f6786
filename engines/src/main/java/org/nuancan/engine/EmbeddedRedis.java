package org.nuancan.engine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import redis.embedded.core.ExecutableProvider;

/// A real Redis server from a jar: on 127.0.0.1 only, with a password made for this run. It keeps
/// nothing on disk, as nothing that must last is in it.
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

    /// Starts a server. One that an earlier owner left running there is ended first.
    ///
    /// @param folder where it keeps its settings and its log; made when missing
    public static EmbeddedRedis start(Path folder) {
        var home = Engines.ownFolder(folder.toAbsolutePath().normalize());
        EngineProcess.endStale(home);
        return new EmbeddedRedis(home, Ports.free(), Engines.password());
    }

    /// Ends a server that an owner which was killed left running on a folder.
    public static void endStale(Path folder) {
        EngineProcess.endStale(folder.toAbsolutePath().normalize());
    }

    /// Starts it again after [#close], at the same address and empty.
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

    /// The address with its password, as Lettuce reads it.
    public String uri() {
        return "redis://:%s@127.0.0.1:%d".formatted(password, port);
    }

    /// The port it listens on, kept over [#startAgain].
    public int port() {
        return port;
    }

    /// Ends the server; what it held is gone.
    @Override
    public void close() {
        process.end();
    }
}
