package org.nuancan.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mysql.cj.jdbc.JdbcConnection;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.nuancan.db.DatabaseFailure;
import org.nuancan.db.Sql;
import org.nuancan.db.Transactions;
import org.nuancan.http.ServerUnderTest;

/// A driver passes over what it does not understand.
class DriverSettingsTest {

    private final Transactions transactions = ServerUnderTest.get().bean(Transactions.class);

    @Test
    void what_the_settings_say_has_reached_the_driver() {
        Map<String, Object> settings =
                transactions.reading(connection -> {
                    var known = connection.unwrap(JdbcConnection.class).getPropertySet();
                    return Map.of(
                            "remembers",
                            known.getIntegerProperty("prepStmtCacheSqlLimit").getValue(),
                            "together",
                            known.getBooleanProperty("allowMultiQueries").getValue(),
                            "tells",
                            known.getBooleanProperty("readOnlyPropagatesToServer").getValue(),
                            "connects",
                            known.getIntegerProperty("connectTimeout").getValue(),
                            "waits",
                            known.getIntegerProperty("socketTimeout").getValue());
                });

        assertThat(settings)
                .containsEntry("remembers", 8192)
                .containsEntry("together", true)
                .containsEntry("tells", false)
                .containsEntry("connects", 2000)
                .containsEntry("waits", 30_000);
    }

    @Test
    void what_only_reads_cannot_write() {
        assertThatThrownBy(() ->
                        transactions.reading(
                                connection -> Sql.on(connection, "delete from node_start").run()))
                .isInstanceOf(DatabaseFailure.class)
                .hasRootCauseMessage(
                        "Connection is read-only. Queries leading to data modification are not allowed");
    }
}
