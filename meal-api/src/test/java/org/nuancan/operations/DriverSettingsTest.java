package org.nuancan.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mysql.cj.jdbc.JdbcConnection;
import io.micronaut.inject.qualifiers.Qualifiers;
import java.sql.Connection;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.nuancan.db.DatabaseFailure;
import org.nuancan.db.Sql;
import org.nuancan.db.Transactions;
import org.nuancan.http.ServerUnderTest;

/// A driver passes over what it does not understand.
class DriverSettingsTest {

    private final Transactions transactions = ServerUnderTest.get().bean(Transactions.class);
    private final Transactions sales =
            ServerUnderTest.get().bean(Transactions.class, Qualifiers.byName("sales"));

    @Test
    void the_driver_uses_the_settings() {
        assertThat(settings(transactions)).containsEntry("together", false);
        assertThat(settings(sales)).containsEntry("together", true);
        assertThat(List.of(settings(transactions), settings(sales)))
                .allSatisfy(settings ->
                        assertThat(settings)
                                .containsEntry("remembers", 8192)
                                .containsEntry("tells", false)
                                .containsEntry("connects", 2000)
                                .containsEntry("waits", 30_000));
    }

    @Test
    void beside_an_open_sale_another_pool_only_reads() {
        boolean isReadOnly = sales.inOne(_ -> transactions.reading(Connection::isReadOnly));

        assertThat(isReadOnly).isTrue();
        assertThatThrownBy(() ->
                        sales.inOne(_ -> transactions.inOne(connection -> connection.isClosed())))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("a transaction of another pool is open");
    }

    private static Map<String, Object> settings(Transactions pool) {
        return pool.reading(connection -> {
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
    }

    @Test
    void a_read_only_transaction_cannot_write() {
        assertThatThrownBy(() ->
                        transactions.reading(
                                connection -> Sql.on(connection, "delete from node_start").run()))
                .isInstanceOf(DatabaseFailure.class)
                .hasRootCauseMessage(
                        "Connection is read-only. Queries leading to data modification are not allowed");
    }
}
