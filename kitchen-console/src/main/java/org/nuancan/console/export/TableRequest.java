package org.nuancan.console.export;

import java.util.Optional;

/// A table that is asked for as a file.
///
/// @param table the id of the table in its page, without `table-`
public record TableRequest(TableFormat format, String table) {

    /// What the parameters of an address ask for; empty if they name no format.
    public static Optional<TableRequest> of(String format, String table) {
        return TableFormat.of(format).map(known -> new TableRequest(known, table));
    }
}
