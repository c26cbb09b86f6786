package org.nuancan.engine;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Comparator;
import java.util.HexFormat;

/// Shared functions of both engines: private folders and secrets, and ending a process whose owner
/// was killed.
final class Engines {

    private Engines() {}

    /// The folder into which engines are unpacked, once for all runs of this user.
    static Path cache() {
        var named = System.getenv("XDG_CACHE_HOME");
        var home =
                named == null || named.isBlank()
                        ? Path.of(System.getProperty("user.home"), ".cache")
                        : Path.of(named);
        try {
            return ownFolder(home.resolve("nuancan"));
        } catch (UncheckedIOException unusable) {
            return ownFolder(
                    Path.of(
                            System.getProperty("java.io.tmpdir"),
                            "nuancan-" + System.getProperty("user.name")));
        }
    }

    /// A folder that only its owner can enter; created if missing.
    @CanIgnoreReturnValue
    static Path ownFolder(Path folder) {
        try {
            if (!Files.isDirectory(folder)) {
                var parent = folder.toAbsolutePath().getParent();
                if (parent != null) {
                    Files.createDirectories(parent);
                }
                Files.createDirectory(
                        folder,
                        PosixFilePermissions.asFileAttribute(
                                PosixFilePermissions.fromString("rwx------")));
            }
            if (!Files.isWritable(folder)) {
                throw new IOException("not writable: " + folder);
            }
            return folder;
        } catch (IOException exception) {
            throw new UncheckedIOException(exception);
        }
    }

    /// Writes a file that only its owner can read.
    static Path secretFile(Path file, String content) {
        try {
            Files.deleteIfExists(file);
            Files.createFile(
                    file,
                    PosixFilePermissions.asFileAttribute(
                            PosixFilePermissions.fromString("rw-------")));
            return Files.writeString(file, content);
        } catch (IOException exception) {
            throw new UncheckedIOException(exception);
        }
    }

    /// A password of 128 random bits.
    static String password() {
        var bytes = new byte[16];
        new SecureRandom().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    /// Deletes a folder with its contents; files that another process deletes meanwhile cause no
    /// error.
    static void delete(Path folder) {
        if (!Files.exists(folder)) {
            return;
        }
        try (var files = Files.walk(folder)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException exception) {
            throw new UncheckedIOException(exception);
        }
    }
}
