package org.nuancan.access;

import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import org.nuancan.db.Row;

/// Who may sign in: a user or a terminal.
///
/// @param secretHash of the password or the terminal's secret; empty before activation
/// @param epoch tokens of an earlier one are void
record Account(
        String name,
        String role,
        ScopeWords scope,
        Optional<String> secretHash,
        int epoch,
        Optional<Instant> disabledAt,
        Instant createdAt,
        String createdBy) {

    static final String COLUMNS =
            """
            a.name, a.role, a.district_code, a.street_code, a.provider_id, a.site_id,
            a.secret_hash, a.epoch, a.disabled_at, a.created_at, a.created_by
            """;

    static Account read(Row row) throws SQLException {
        return new Account(
                row.text("name"),
                row.text("role"),
                new ScopeWords(
                        row.maybeText("district_code").orElse(null),
                        row.maybeText("street_code").orElse(null),
                        row.maybeText("provider_id").orElse(null),
                        row.maybeText("site_id").orElse(null)),
                row.maybeText("secret_hash"),
                row.integer("epoch"),
                row.maybeInstant("disabled_at"),
                row.instant("created_at"),
                row.text("created_by"));
    }

    boolean isDisabled() {
        return disabledAt.isPresent();
    }

    boolean isTerminal() {
        return role.equals(Role.POS_TERMINAL);
    }
}
