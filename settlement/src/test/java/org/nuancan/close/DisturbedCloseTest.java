package org.nuancan.close;

import static org.assertj.core.api.Assertions.assertThat;
import static org.nuancan.close.Books.DAY;

import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.nuancan.close.DisturbedDriver.Trouble;
import org.nuancan.close.verification.Provable;
import org.nuancan.day.BusinessDay;
import org.nuancan.db.DatabaseFailure;
import org.nuancan.db.Sql;

/// A close with trouble at each of its steps, followed by another close: the days are complete,
/// with the same bytes as after a close without trouble.
class DisturbedCloseTest {

    private static final BusinessDay SECOND = DAY.next();
    private static final int PROVIDERS = 3;

    /// Trying every step would take minutes on a server that writes each commit to disk; `prove`
    /// tries them all. The stride shares no divisor with the 12 of [#kindAt], so that each kind is
    /// used.
    private static final int STRIDE = 5;

    private static final List<String> PARKED = List.of("2 REFUSED", "2 WAITS");
    private static final Books TILLS = Books.fresh();
    private static final Books CLOSER = TILLS.disturbedNode();

    /// All rows that a close writes.
    private record Bytes(
            List<String> days, List<String> statements, List<String> parked, long journals) {}

    @BeforeAll
    static void two_days_of_three_canteens() throws SQLException {
        TILLS.lunches(PROVIDERS, 2);
        TILLS.noonOf(SECOND);
        TILLS.lunches(PROVIDERS, 3);
        CLOSER.noonOf(SECOND.next());
        TILLS.allowDeletion();
    }

    @AfterAll
    static void end() {
        CLOSER.close();
        TILLS.close();
    }

    @AfterEach
    void reopen() throws SQLException {
        var _ = DisturbedDriver.calm();
        TILLS.reopenAll();
    }

    @Test
    void trouble_at_every_fifth_step_leaves_nothing_out() throws SQLException {
        var expected = undisturbed();
        for (var step = 1; step <= expected.steps(); step += STRIDE) {
            disturbed(expected.bytes(), step, kindAt(step));
        }
    }

    @Test
    @Tag("prove")
    void every_trouble_at_every_step_leaves_nothing_out() throws SQLException {
        var expected = undisturbed();
        for (var trouble : Trouble.values()) {
            for (var step = 1; step <= expected.steps(); step++) {
                disturbed(expected.bytes(), step, trouble);
            }
        }
    }

    @Test
    void trouble_at_every_fifth_step_of_the_retry_of_a_parked_provider_leaves_nothing_out()
            throws SQLException {
        parkTheSecond();
        DisturbedDriver.disturb(0, Trouble.CUT);
        var _ = CLOSER.close(SECOND);
        var steps = DisturbedDriver.calm();
        var expected = bytes();
        assertThat(expected.parked()).isEmpty();
        assertThat(expected.statements()).hasSize(2 * PROVIDERS);
        for (var step = 1; step <= steps; step += STRIDE) {
            TILLS.reopenAll();
            parkTheSecond();
            closeDisturbed(step, kindAt(step));
            assertThat(PARKED).as("step %d", step).containsAll(bytes().parked());
            var _ = CLOSER.close(SECOND);
            assertThat(bytes()).as("step %d", step).isEqualTo(expected);
            assertThat(faults()).as("step %d", step).isEmpty();
        }
    }

    /// The kind of trouble for a step. The close waits for a database that is away, so this kind
    /// comes less often.
    private static Trouble kindAt(int step) {
        return switch (step % 12) {
            case 0 -> Trouble.AWAY;
            case 1, 5, 9 -> Trouble.CUT;
            case 2, 6, 10 -> Trouble.CLOSED;
            case 3, 7, 11 -> Trouble.ANSWER_LOST;
            default -> Trouble.REFUSED;
        };
    }

    private void parkTheSecond() throws SQLException {
        TILLS.run("alter table statement add constraint trouble check (provider_id <> 2)");
        var _ = CLOSER.close(SECOND);
        TILLS.run("alter table statement drop constraint trouble");
        assertThat(bytes().parked()).isEqualTo(PARKED);
    }

    private record Undisturbed(Bytes bytes, int steps) {}

    private Undisturbed undisturbed() throws SQLException {
        DisturbedDriver.disturb(0, Trouble.CUT);
        var _ = CLOSER.close(SECOND);
        var steps = DisturbedDriver.calm();
        var bytes = bytes();
        assertThat(steps).isGreaterThan(2 * PROVIDERS * 5);
        assertThat(bytes.statements()).hasSize(2 * PROVIDERS);
        assertThat(faults()).isEmpty();
        TILLS.reopenAll();
        return new Undisturbed(bytes, steps);
    }

    private void disturbed(Bytes expected, int step, Trouble trouble) throws SQLException {
        closeDisturbed(step, trouble);
        assertThat(bytes().parked()).as("%s at step %d", trouble, step).isEmpty();
        // A day in the state CLOSED is complete.
        assertThat(
                        TILLS.number(
                                """
                                select count(*) as answer
                                  from business_day d
                                 where d.state = 'CLOSED'
                                   and (select count(*) from statement s
                                         where s.statement_date = d.day) <> ?
                                """,
                                PROVIDERS))
                .as("%s at step %d", trouble, step)
                .isZero();
        var _ = CLOSER.close(SECOND);
        assertThat(bytes()).as("%s at step %d", trouble, step).isEqualTo(expected);
        assertThat(faults()).as("%s at step %d", trouble, step).isEmpty();
        TILLS.reopenAll();
    }

    private static void closeDisturbed(int step, Trouble trouble) {
        DisturbedDriver.disturb(step, trouble);
        try {
            var _ = CLOSER.close(SECOND);
        } catch (DatabaseFailure | IllegalStateException failure) {
            assertThat(failure).isNotNull();
        } finally {
            var _ = DisturbedDriver.calm();
        }
    }

    private static List<String> faults() {
        return CLOSER.beans(Provable.class).stream()
                .flatMap(provable -> provable.show(DAY, SECOND).faults().stream())
                .toList();
    }

    private static Bytes bytes() {
        return TILLS.in(connection ->
                new Bytes(
                        Sql.on(
                                        connection,
                                        """
                                        select concat_ws(' ', day, state, orders, statements,
                                                         content_hash) as line
                                          from business_day order by day
                                        """)
                                .list(row -> row.text("line")),
                        Sql.on(
                                        connection,
                                        """
                                        select concat_ws(' ', statement_date, provider_id,
                                                         content_hash, previous_hash, payable_fen,
                                                         carried_fen, state) as line
                                          from statement order by statement_date, provider_id
                                        """)
                                .list(row -> row.text("line")),
                        Sql.on(
                                        connection,
                                        """
                                        select concat_ws(' ', provider_id, cause) as line
                                          from parked_day order by day, provider_id
                                        """)
                                .list(row -> row.text("line")),
                        Sql.on(connection, "select count(*) as n from journal where kind = 'CLOSE'")
                                .one(row -> row.number("n"))));
    }
}
