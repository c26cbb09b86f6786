package org.nuancan.standalone;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Properties;
import java.util.TreeSet;

/// The keys that production reads from its settings. Here they are generated at the first start and
/// stored in a file that only its owner can read. A key that a later version needs is added at its
/// first start.
final class Secrets {

    /// The settings, each with the prefix of its key: a key id if keys can rotate.
    private static final Map<String, String> NAMES =
            Map.of(
                    "nuancan.secret", "",
                    "nuancan.elder.id-number-keys", "first:",
                    "nuancan.elder.code-keys", "first:",
                    "nuancan.elder.index-key", "",
                    "nuancan.console.session-key", "");

    private Secrets() {}

    /// Every key by the name of its setting, 256 random bits in base64 each.
    static Map<String, Object> in(Path folder) {
        var file = folder.resolve("secrets.properties");
        try {
            if (!Files.exists(file)) {
                Files.createFile(
                        file,
                        PosixFilePermissions.asFileAttribute(
                                PosixFilePermissions.fromString("rw-------")));
            }
            var kept = new Properties();
            try (var reader = Files.newBufferedReader(file)) {
                kept.load(reader);
            }
            var secrets = new LinkedHashMap<String, Object>();
            var added = new StringBuilder(Files.readString(file));
            for (var name : new TreeSet<>(NAMES.keySet())) {
                var value = kept.getProperty(name);
                if (value == null) {
                    value = NAMES.get(name) + random();
                    added.append(name).append('=').append(value).append('\n');
                }
                secrets.put(name, value);
            }
            Files.writeString(file, added);
            return secrets;
        } catch (IOException exception) {
            throw new UncheckedIOException(exception);
        }
    }

    private static String random() {
        var bytes = new byte[32];
        new SecureRandom().nextBytes(bytes);
        return Base64.getEncoder().encodeToString(bytes);
    }
}
