package org.nuancan.seal;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/// A column with sealed values.
///
/// @param purpose purpose of the values; part of every value, so it never changes
/// @param key the columns that identify a record
public record SealedColumn(String purpose, String table, String column, List<String> key) {

    /// Copies the key.
    public SealedColumn {
        key = List.copyOf(key);
    }

    /// A column, with the columns that identify a record.
    public static SealedColumn of(String purpose, String table, String column, String... key) {
        return new SealedColumn(purpose, table, column, List.of(key));
    }

    /// The additional data of a value: its purpose and its record.
    ///
    /// @param record the values of the key, in its order
    byte[] binding(Object... record) {
        if (record.length != key.size()) {
            throw new IllegalArgumentException(
                    "%s.%s is named by %s, not by %s"
                            .formatted(table, column, key, Arrays.toString(record)));
        }
        return (purpose + "\n" + joined("\n", record)).getBytes(StandardCharsets.UTF_8);
    }

    /// Names a value in messages.
    String of(Object... record) {
        return "%s.%s of %s".formatted(table, column, joined(", ", record));
    }

    private static String joined(String separator, Object... record) {
        return Arrays.stream(record).map(String::valueOf).collect(Collectors.joining(separator));
    }
}
