package org.nuancan.retention;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.context.ApplicationContext;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.HashMap;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.nuancan.day.SettableClock;
import org.nuancan.db.Sql;
import org.nuancan.db.Transactions;
import org.nuancan.engine.TestDatabase;
import org.nuancan.retention.Retention.Run;

/// When the job deletes rows, and how it reports this.
class RetentionTest {

    /// Positions of riders, as their package would define them.
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
        public long due(LocalDate before) {
            return in(connection ->
                    Sql.on(
                                    connection,
                                    "select count(*) as due from test_position where on_date < ?")
                            .with(before)
                            .one(row -> row.number("due")));
        }

        @Override
        public int forget(LocalDate before, int most) {
            return in(connection ->
                    Sql.on(connection, "delete from test_position where on_date < ? limit 2")
                            .with(before)
                            .run());
        }
    }

    /// A kind that fails itself and is processed before the others.
    private static final class Broken implements Kept {

        @Override
        public String kind() {
            return "a-broken-kind";
        }

        @Override
        public Period period() {
            return Period.ofDays(30);
        }

        @Override
        public long due(LocalDate before) {
            throw new IllegalStateException("a defect");
        }

        @Override
        public int forget(LocalDate before, int most) {
            throw new IllegalStateException("a defect");
        }
    }

    private static final ApplicationContext CONTEXT = context();

    private static ApplicationContext context() {
        var properties = new HashMap<String, Object>(TestDatabase.fresh().properties());
        var context =
                ApplicationContext.builder().properties(properties).environments("test").build();
        context.registerSingleton(Kept.class, new Positions());
        context.registerSingleton(Kept.class, new Broken());
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

    private static Run positions(List<Run> runs) {
        return runs.stream()
                .filter(run -> run.kind().equals("positions"))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void records_are_deleted_after_their_period_and_the_run_reports_it() {
        CONTEXT.getBean(SettableClock.class).set(Instant.parse("2057-01-31T04:00:00Z"));
        run("create table test_position (id int primary key, on_date date not null)");
        for (var day = 1; day <= 5; day++) {
            run("insert into test_position values (?, ?)", day, LocalDate.of(2057, 1, day));
        }
        for (var day = 10; day <= 14; day++) {
            run("insert into test_position values (?, ?)", day, LocalDate.of(2056, 12, day));
        }

        var runs = CONTEXT.getBean(Retention.class).run();

        assertThat(runs)
                .extracting(Run::kind)
                .containsExactly("access-logs", "journals", "positions", "statements");
        assertThat(positions(runs).before()).isEqualTo(LocalDate.of(2057, 1, 1));
        assertThat(positions(runs).due()).isEqualTo(5);
        assertThat(positions(runs).deleted()).isEqualTo(5);
        var first =
                in(connection ->
                        Sql.on(connection, "select min(on_date) as day from test_position")
                                .one(row -> row.date("day")));
        assertThat(first).isEqualTo(LocalDate.of(2057, 1, 1));
        List<Run> kept = CONTEXT.getBean(Retention.class).list(Long.MAX_VALUE, 9);
        assertThat(kept).hasSize(4);
        assertThat(positions(CONTEXT.getBean(Retention.class).run()).due()).isZero();
    }

    @Test
    void a_kind_that_fails_stops_no_other_and_has_no_run() {
        CONTEXT.getBean(SettableClock.class).set(Instant.parse("2057-01-31T04:00:00Z"));

        assertThat(CONTEXT.getBean(Retention.class).run())
                .extracting(Run::kind)
                .doesNotContain("a-broken-kind")
                .contains("statements", "journals");
    }
}
