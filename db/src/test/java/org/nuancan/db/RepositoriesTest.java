package org.nuancan.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micronaut.context.ApplicationContext;
import io.micronaut.data.exceptions.DataAccessException;
import io.micronaut.data.exceptions.OptimisticLockException;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TimeZone;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.nuancan.db.Shelf.Filling;
import org.nuancan.db.Shelf.Jar;
import org.nuancan.db.Shelf.JarId;
import org.nuancan.db.Shelf.JarRepository;
import org.nuancan.db.Shelf.Kind;
import org.nuancan.engine.TestDatabase;

class RepositoriesTest {

    private static final Instant NOON = Instant.parse("2026-11-18T04:00:00.123456Z");
    private static final AtomicLong SHELVES = new AtomicLong();
    private static final TimeZone BEFORE = TimeZone.getDefault();

    private static ApplicationContext context;
    private static Transactions transactions;
    private static JarRepository jars;
    private static Larder larder;

    private final long shelf = SHELVES.incrementAndGet();

    /// The tests run in a time zone with hours that do not exist: the midnight of 1940-06-01.
    @BeforeAll
    static void begin() throws SQLException {
        TimeZone.setDefault(TimeZone.getTimeZone("Asia/Shanghai"));
        var database = TestDatabase.fresh();
        try (var connection = database.dataSource().getConnection()) {
            Sql.on(connection, Shelf.TABLE).run();
        }
        context = ApplicationContext.run(Map.<String, Object>copyOf(database.properties()), "test");
        transactions = context.getBean(Transactions.class);
        jars = context.getBean(JarRepository.class);
        larder = context.getBean(Larder.class);
    }

    @AfterAll
    static void end() {
        context.close();
        TimeZone.setDefault(BEFORE);
    }

    private Jar jar(String label, Instant at) {
        return new Jar(
                new JarId(shelf, label),
                Kind.PICKLE,
                true,
                LocalDate.of(1940, 6, 1),
                at,
                null,
                List.of(),
                null,
                0);
    }

    private void weigh(String label, long grams) {
        assertThat(jars.weigh(shelf, label, grams)).isEqualTo(1);
    }

    private @Nullable Long grams(String label) {
        return larder.shelf(shelf).stream()
                .filter(jar -> jar.id().label().equals(label))
                .findFirst()
                .orElseThrow()
                .grams();
    }

    @Test
    void what_is_saved_is_found_as_it_was_in_any_time_zone() {
        var plum =
                new Jar(
                        new JarId(shelf, "plum"),
                        Kind.JAM,
                        false,
                        LocalDate.of(1940, 6, 1),
                        NOON,
                        Instant.parse("1986-05-03T16:30:00Z"),
                        List.of("PEANUT", "芒果"),
                        450L,
                        0);
        var pear = jar("pear", NOON.plusSeconds(1));

        larder.save(List.of(plum, pear));

        assertThat(larder.shelf(shelf)).containsExactly(pear, plum);
    }

    @Test
    void instants_are_kept_in_utc_cut_to_microseconds() throws Exception {
        larder.save(List.of(jar("late", Instant.parse("2026-11-18T04:00:00.999999999Z"))));

        var kept =
                transactions.reading(connection ->
                        Sql.on(
                                        connection,
                                        "select cast(filled_at as char) as at from jar"
                                                + " where shelf = ?")
                                .with(shelf)
                                .one(row -> row.text("at")));
        assertThat(kept).isEqualTo("2026-11-18 04:00:00.999999");
        var cut = Instant.parse("2026-11-18T04:00:00.999999Z");
        assertThat(larder.shelf(shelf).getFirst().filledAt()).isEqualTo(cut);
        assertThat(
                        larder.read(() ->
                                jars.findByIdShelfAndFilledAtLessThanEquals(
                                        shelf, cut.plusNanos(1))))
                .hasSize(1);
    }

    @Test
    void a_query_takes_and_returns_instants_dates_and_names() throws Exception {
        larder.save(List.of(jar("one", NOON)));

        var found =
                larder.read(() ->
                        jars.filled(
                                shelf,
                                NOON.plusNanos(999),
                                List.of(Kind.JAM, Kind.PICKLE),
                                LocalDate.of(1940, 6, 1)));

        assertThat(found)
                .containsExactly(new Filling("one", NOON, LocalDate.of(1940, 6, 1), Kind.PICKLE));
        assertThat(larder.read(() -> jars.filled(shelf, NOON, List.of(), LocalDate.EPOCH)))
                .isEmpty();
    }

    @Test
    void a_repository_and_sql_share_the_transaction() {
        assertThatThrownBy(() ->
                        transactions.inOne(connection -> {
                            larder.save(List.of(jar("one", NOON)));
                            weigh("one", 5);
                            var seen =
                                    Sql.on(connection, "select grams from jar" + " where shelf = ?")
                                            .with(shelf)
                                            .one(row -> row.number("grams"));
                            throw new IllegalStateException("seen " + seen);
                        }))
                .hasMessage("seen 5");

        assertThat(larder.shelf(shelf)).isEmpty();
    }

    @Test
    void a_repository_does_nothing_outside_a_transaction() {
        assertThatThrownBy(() -> jars.findByIdShelfOrderByIdLabel(shelf))
                .isInstanceOf(DataAccessException.class);
    }

    @Test
    void what_a_service_wrote_before_it_failed_is_not_kept() {
        assertThatThrownBy(() ->
                        larder.write(() -> {
                            larder.save(List.of(jar("one", NOON)));
                            throw new IllegalStateException("no");
                        }))
                .hasMessage("no");

        assertThat(larder.shelf(shelf)).isEmpty();
    }

    @Test
    void an_exception_that_leaves_a_joined_transaction_rolls_back_the_whole() {
        assertThatThrownBy(() ->
                        larder.write(() -> {
                            larder.save(List.of(jar("one", NOON)));
                            assertThatThrownBy(() ->
                                            larder.write(() -> {
                                                throw new IllegalStateException();
                                            }))
                                    .isInstanceOf(IllegalStateException.class);
                            return "caught";
                        }))
                .isInstanceOf(RuntimeException.class);

        assertThat(larder.shelf(shelf)).isEmpty();
    }

    @Test
    void a_deadlock_is_tried_again_at_the_outermost_level() throws Exception {
        larder.save(List.of(jar("left", NOON), jar("right", NOON.plusSeconds(1))));
        var tries = new AtomicInteger();
        var meeting = new CyclicBarrier(2);

        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var one = threads.submit(() -> crossing(meeting, tries, "left", "right", 10));
            var other = threads.submit(() -> crossing(meeting, tries, "right", "left", 20));
            assertThat(one.get(30, TimeUnit.SECONDS) + other.get(30, TimeUnit.SECONDS))
                    .isEqualTo(3);
        }

        assertThat(tries).hasValue(3);
        assertThat(grams("left")).isEqualTo(grams("right"));
    }

    /// @return the number of tries
    private int crossing(
            CyclicBarrier meeting, AtomicInteger tries, String first, String second, long grams)
            throws Exception {
        var mine = new AtomicInteger();
        return larder.write(() -> {
            tries.incrementAndGet();
            weigh(first, grams);
            if (mine.incrementAndGet() == 1) {
                meeting.await(20, TimeUnit.SECONDS);
            }
            weigh(second, grams);
            return mine.get();
        });
    }

    @Test
    void within_an_open_transaction_nothing_is_tried_again_but_the_whole() throws Exception {
        var outer = new AtomicInteger();
        var inner = new AtomicInteger();

        var result =
                larder.write(() -> {
                    outer.incrementAndGet();
                    return larder.write(() -> {
                        if (inner.incrementAndGet() < 3) {
                            throw new Transactions.TryAgain("moved");
                        }
                        return "done";
                    });
                });

        assertThat(result).isEqualTo("done");
        assertThat(outer).hasValue(3);
        assertThat(inner).hasValue(3);
    }

    @Test
    void a_duplicate_names_its_constraint_to_the_caller_within_the_transaction() throws Exception {
        larder.save(List.of(jar("one", NOON)));

        assertThatThrownBy(() -> larder.save(List.of(jar("two", NOON))))
                .isInstanceOfSatisfying(DatabaseFailure.class, this::isOfTheInstant);
        var within =
                larder.write(() -> {
                    try {
                        return jars.save(jar("three", NOON)).toString();
                    } catch (DatabaseFailure failure) {
                        isOfTheInstant(failure);
                        return "seen";
                    }
                });
        assertThat(within).isEqualTo("seen");
    }

    private void isOfTheInstant(DatabaseFailure failure) {
        assertThat(failure.kind()).isEqualTo(DatabaseFailure.Kind.DUPLICATE);
        assertThat(failure.concerns("jar_filled_at")).isTrue();
    }

    @Test
    void a_check_that_does_not_hold_is_one() {
        larder.save(List.of(jar("one", NOON)));

        assertThatThrownBy(() -> larder.write(() -> jars.weigh(shelf, "one", -1)))
                .isInstanceOfSatisfying(
                        DatabaseFailure.class,
                        failure -> {
                            assertThat(failure.kind()).isEqualTo(DatabaseFailure.Kind.CHECK);
                            assertThat(failure.concerns("jar_grams")).isTrue();
                        });
    }

    @Test
    void a_stale_version_is_refused() throws Exception {
        larder.save(List.of(jar("one", NOON)));
        var old = larder.shelf(shelf).getFirst();
        larder.write(() -> jars.update(old));

        assertThatThrownBy(() -> larder.write(() -> jars.update(old)))
                .isInstanceOf(OptimisticLockException.class);
    }

    @Test
    void what_only_reads_cannot_write() {
        assertThatThrownBy(() -> larder.read(() -> jars.save(jar("one", NOON))))
                .isInstanceOf(DatabaseFailure.class);
    }

    @Test
    void a_snapshot_does_not_see_what_others_commit_later() throws Exception {
        var seen =
                larder.snapshot(() -> {
                    var before = jars.findByIdShelfOrderByIdLabel(shelf).size();
                    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
                        threads.submit(() -> larder.save(List.of(jar("one", NOON))))
                                .get(20, TimeUnit.SECONDS);
                    }
                    return before + jars.findByIdShelfOrderByIdLabel(shelf).size();
                });

        assertThat(seen).isZero();
        assertThat(larder.shelf(shelf)).hasSize(1);
    }

    @Test
    void nothing_begins_after_the_deadline_and_nothing_is_committed_after_it() {
        var passed = Deadline.in(Duration.ZERO);

        assertThatThrownBy(() -> passed.bound(() -> larder.shelf(shelf)))
                .isInstanceOfSatisfying(
                        DatabaseFailure.class,
                        failure ->
                                assertThat(failure.kind())
                                        .isEqualTo(DatabaseFailure.Kind.UNAVAILABLE));
    }

    @Test
    void another_propagation_is_refused() {
        assertThatThrownBy(larder::unsupported).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void many_rows_are_one_statement() throws Exception {
        var many = new ArrayList<Jar>();
        for (var at = 0; at < 300; at++) {
            many.add(jar("jar-" + at, NOON.plusSeconds(at)));
        }
        var before = statements();

        larder.save(many);
        larder.save(List.of());

        assertThat(statements() - before).isLessThan(100);
        assertThat(larder.read(() -> jars.count(shelf, List.of("jar-1", "jar-299", "jar-300"))))
                .isEqualTo(2);
        assertThat(larder.read(() -> jars.count(shelf, List.of()))).isZero();
        assertThat(larder.write(() -> jars.deleteByIdShelf(shelf))).isEqualTo(300);
    }

    @Test
    void lists_are_filled_up_to_a_power_of_two() {
        assertThat(InList.of(List.of())).isEmpty();
        assertThat(InList.of(List.of(1))).containsExactly(1);
        assertThat(InList.of(List.of(1, 2, 3))).containsExactly(1, 2, 3, 3);
        assertThat(InList.of(List.of(1, 2, 3, 4))).containsExactly(1, 2, 3, 4);
        assertThat(InList.of(List.of(1, 2, 3, 4, 5))).containsExactly(1, 2, 3, 4, 5, 5, 5, 5);
    }

    private static long statements() {
        return transactions.reading(connection ->
                Sql.on(connection, "show global status like 'Com_insert'")
                        .one(row -> row.number("Value")));
    }
}
