package org.nuancan.standalone;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import org.nuancan.engine.EmbeddedMariaDb;
import org.nuancan.engine.EmbeddedRedis;

/// The folder of all data that lasts; only one process at a time uses it.
final class DataFolder implements AutoCloseable {

    private static final long NEEDED_BYTES = 1L << 30;
    private static final String MARK = "nuancan.lock";

    private final Path path;
    private final FileChannel mark;

    private DataFolder(Path path, FileChannel mark) {
        this.path = path;
        this.mark = mark;
    }

    /// Opens the folder for this process only, and creates it if it is missing.
    ///
    /// @param fresh whether its contents are deleted first
    /// @throws CannotStart if it belongs to another user, is not writable or in use, or the disk is
    ///   full
    static DataFolder open(Path folder, boolean fresh) {
        var path = folder.toAbsolutePath().normalize();
        try {
            Files.createDirectories(path);
            requireOurs(path);
            var channel =
                    FileChannel.open(
                            path.resolve(MARK),
                            StandardOpenOption.CREATE,
                            StandardOpenOption.WRITE);
            var opened = new DataFolder(path, channel);
            opened.requireAlone();
            Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwx------"));
            if (fresh) {
                opened.empty();
            }
            opened.requireSpace();
            return opened;
        } catch (IOException exception) {
            throw new CannotStart(
                    "The data folder %s cannot be written (%s); name another one with --data."
                            .formatted(path, exception.getClass().getSimpleName()));
        }
    }

    /// Refuses a folder that contains other files, since `--fresh` would delete them.
    private static void requireOurs(Path path) throws IOException {
        try (var files = Files.list(path)) {
            if (!Files.exists(path.resolve(MARK)) && files.findAny().isPresent()) {
                throw new CannotStart(
                        "The folder %s holds other files; name an empty or a new one with --data."
                                .formatted(path));
            }
        }
    }

    private void requireAlone() throws IOException {
        try {
            if (mark.tryLock() != null) {
                return;
            }
        } catch (OverlappingFileLockException ours) {
            // This same process has the lock.
        }
        mark.close();
        throw new CannotStart(
                "Another Nuancan uses the data in %s; stop it or name another folder with --data."
                        .formatted(path));
    }

    private void requireSpace() throws IOException {
        var free = Files.getFileStore(path).getUsableSpace();
        if (free < NEEDED_BYTES) {
            throw new CannotStart(
                    "Only %d MB are free on the disk of %s; Nuancan needs %d MB."
                            .formatted(free >> 20, path, NEEDED_BYTES >> 20));
        }
    }

    private void empty() throws IOException {
        EmbeddedMariaDb.endStale(path.resolve("mariadb"));
        EmbeddedRedis.endStale(path.resolve("redis"));
        try (var files = Files.walk(path)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                if (!file.equals(path) && !file.equals(path.resolve(MARK))) {
                    Files.deleteIfExists(file);
                }
            }
        }
    }

    Path path() {
        return path;
    }

    @Override
    public void close() {
        try {
            mark.close();
        } catch (IOException exception) {
            throw new UncheckedIOException(exception);
        }
    }
}
