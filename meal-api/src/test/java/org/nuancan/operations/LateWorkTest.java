package org.nuancan.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.nuancan.db.DatabaseFailure;
import org.nuancan.db.DatabaseFailure.Kind;
import org.nuancan.db.Deadline;
import org.nuancan.db.Sql;
import org.nuancan.db.Transactions;
import org.nuancan.engine.TestDatabase;
import org.nuancan.http.NodeProcess;
import org.nuancan.http.ServerUnderTest;

/// Work whose caller has given up is not done.
class LateWorkTest {

    private static final Transactions TRANSACTIONS =
            ServerUnderTest.start(
                            TestDatabase.fresh(),
                            Map.of("nuancan.database.statement-timeout", "20s"))
                    .bean(Transactions.class);

    private static final Duration SHORT = Duration.ofMillis(300);

    @Test
    void work_after_the_deadline_is_rolled_back() {
        var deadline = Deadline.in(Duration.ofSeconds(2));

        var failure =
                catchThrowableOfType(
                        DatabaseFailure.class,
                        () -> {
                            var _ = deadline.bound(() -> insertAndWaitFor(deadline));
                        });

        assertThat(failure.kind()).isEqualTo(Kind.UNAVAILABLE);
        assertThat(failure.brokeOff()).isFalse();
        assertThat(rows()).isZero();
    }

    private static int insertAndWaitFor(Deadline deadline) {
        return TRANSACTIONS.inOne(connection -> {
            var inserted =
                    Sql.on(
                                    connection,
                                    """
                                    insert into database_probe (probe_id, probed_at)
                                    values (-1, utc_timestamp(6))
                                    """)
                            .run();
            NodeProcess.await(deadline::isPassed);
            return inserted;
        });
    }

    @Test
    void nothing_is_begun_after_the_deadline() {
        var passed = Deadline.in(Duration.ZERO);

        var failure =
                catchThrowableOfType(
                        DatabaseFailure.class, () -> passed.bound(() -> insertAndWaitFor(passed)));

        assertThat(failure.kind()).isEqualTo(Kind.UNAVAILABLE);
        assertThat(rows()).isZero();
    }

    @Test
    void a_statement_waits_no_longer_than_its_deadline() {
        var began = System.nanoTime();

        var failure =
                catchThrowableOfType(
                        DatabaseFailure.class,
                        () ->
                                Deadline.in(SHORT)
                                        .bound(() ->
                                                TRANSACTIONS.reading(connection ->
                                                        Sql.on(connection, "select sleep(20) as s")
                                                                .one(row -> row.number("s")))));

        assertThat(failure.brokeOff()).isTrue();
        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(10));
    }

    private static long rows() {
        return TRANSACTIONS.reading(connection ->
                Sql.on(connection, "select count(*) as n from database_probe where probe_id < 0")
                        .one(row -> row.number("n")));
    }
}
