package org.nuancan.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.nuancan.db.DatabaseFailure;
import org.nuancan.db.DatabaseFailure.Kind;
import org.nuancan.db.Sql;
import org.nuancan.db.Transactions;
import org.nuancan.engine.TestDatabase;
import org.nuancan.http.ServerUnderTest;

/// A connection that is lost within a transaction: the failure that led to it is the one that is
/// seen, whatever a rollback on the lost connection says.
class LostConnectionTest {

    private static final TestDatabase DATABASE = TestDatabase.fresh();
    private static final Transactions TRANSACTIONS =
            ServerUnderTest.start(DATABASE, Map.of()).bean(Transactions.class);

    @Test
    void a_session_killed_before_a_statement_has_broken_off() {
        var failure =
                failureOf(connection -> {
                    kill(connection);
                    return Sql.on(connection, "select 1 as one").one(row -> row.number("one"));
                });

        assertThat(failure.kind()).isEqualTo(Kind.UNAVAILABLE);
        assertThat(failure.brokeOff()).isTrue();
        assertThat(String.valueOf(failure.getCause())).doesNotContain("Connection is closed");
    }

    @Test
    void a_session_killed_before_the_commit_has_broken_off() {
        var failure =
                failureOf(connection -> {
                    Sql.on(connection, "delete from node_start where number = 0").run();
                    kill(connection);
                    return 1L;
                });

        assertThat(failure.brokeOff()).isTrue();
    }

    @Test
    void a_lost_connection_is_not_given_to_the_next_transaction() {
        for (var i = 0; i < 30; i++) {
            var _ =
                    failureOf(connection -> {
                        kill(connection);
                        return Sql.on(connection, "select 1 as one").one(row -> row.number("one"));
                    });
        }

        long one =
                TRANSACTIONS.inOne(connection ->
                        Sql.on(connection, "select 1 as one").one(row -> row.number("one")));

        assertThat(one).isEqualTo(1);
    }

    @Test
    void every_session_forgets_its_locks_when_its_client_is_silent_for_a_minute() {
        var settings =
                TRANSACTIONS.inOne(connection ->
                        Sql.on(
                                        connection,
                                        "select @@session.wait_timeout as silent,"
                                                + " @@session.innodb_lock_wait_timeout as locked")
                                .one(row -> row.number("silent") + " " + row.number("locked")));

        assertThat(settings).isEqualTo("60 3");
    }

    private static DatabaseFailure failureOf(Transactions.Work<Long> work) {
        return catchThrowableOfType(
                DatabaseFailure.class,
                () -> {
                    var _ = TRANSACTIONS.inOne(work);
                });
    }

    private static void kill(Connection connection) throws SQLException {
        long session =
                Sql.on(connection, "select connection_id() as id").one(row -> row.number("id"));
        try (var other = DATABASE.dataSource().getConnection()) {
            Sql.on(other, "kill " + session).run();
        }
    }
}
