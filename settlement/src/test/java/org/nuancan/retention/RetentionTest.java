package org.nuancan.retention;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.context.ApplicationContext;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.nuancan.day.SettableClock;
import org.nuancan.db.Sql;
import org.nuancan.db.Transactions;
import org.nuancan.db.embedded.TestDatabase;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.HashMap;
import java.util.List;

class RetentionTest {

    /// Positions of riders, as their package would say it.
    private static final class Positions implements Kept {

        @Override
        public String kind() {
            return "positions";
        }

        @Override
        public Period period() {
            return Period.ofDays(30);
        }

        @Override
        public long due(Connection connection, LocalDate before) throws SQLException {
            return Sql.on(connection, "select count(*) as due from test_position where on_date < ?")
                    .with(before)
                    .one(row -> row.number("due"));
        }

        @Override
        public int forget(Connection connection, LocalDate before, int most) throws SQLException {
            return Sql.on(connection, "delete from test_position where on_date < ? limit 2")
                    .with(before)
                    .run();
        }
    }

    private static final ApplicationContext CONTEXT = context();

    private static ApplicationContext context() {
        var properties = new HashMap<String, Object>(TestDatabase.fresh().properties());
        var context =
                ApplicationContext.builder().properties(properties).environments("test").build();
        context.registerSingleton(Kept.class, new Positions());
        context.start();
        return context;
    }

    @AfterAll
    static void end() {
        CONTEXT.close();
    }

    private static <T> T in(Transactions.Work<T> work) {
        return CONTEXT.getBean(Transactions.class).inOne(work);
    }

    private static void run(String sql, Object... values) {
        var _ = in(connection -> Sql.on(connection, sql).with(values).run());
    }

    private static long number(String sql) {
        return in(connection -> Sql.on(connection, sql).one(row -> row.number("answer")));
    }

    @Test
    void what_may_go_goes_when_its_time_is_over_and_journals_stay_for_ever() {
        CONTEXT.getBean(SettableClock.class).set(Instant.parse("2057-01-31T04:00:00Z"));
        run("create table test_position (id int primary key, on_date date not null)");
        for (var day = 1; day <= 5; day++) {
            run("insert into test_position values (?, ?)", day, LocalDate.of(2057, 1, day));
        }
        run("insert into test_position values (9, '2056-12-31')");
        run(
                """
                insert into journal (journal_id, kind, cause_kind, cause_id, district_code,
                                     paying_district, service_date, booking_date, happened_at)
                values (1, 'MEAL', 'ORDER', 1, '110105', '110105', '2026-11-18', '2026-11-18',
                        '2026-11-18 04:00:00')
                """);

        var runs = CONTEXT.getBean(Retention.class).run();

        assertThat(runs)
                .extracting(Retention.Run::kind, Retention.Run::due, Retention.Run::deleted)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("access-logs", 0L, 0L),
                        org.assertj.core.groups.Tuple.tuple("journals", 1L, 0L),
                        org.assertj.core.groups.Tuple.tuple("positions", 1L, 1L),
                        org.assertj.core.groups.Tuple.tuple("statements", 0L, 0L));
        assertThat(runs.get(2).before()).isEqualTo(LocalDate.of(2057, 1, 1));
        assertThat(number("select count(*) as answer from test_position")).isEqualTo(5);
        assertThat(number("select count(*) as answer from journal")).isEqualTo(1);
        List<Retention.Run> kept =
                in(connection ->
                        CONTEXT.getBean(Retention.class).list(connection, Long.MAX_VALUE, 9));
        assertThat(kept).hasSize(4);
    }
}
