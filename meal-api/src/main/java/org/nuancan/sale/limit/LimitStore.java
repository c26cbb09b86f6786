package org.nuancan.sale.limit;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.nuancan.db.Batch;
import org.nuancan.db.RoundTrip;
import org.nuancan.db.RoundTrip.Later;
import org.nuancan.db.Row;
import org.nuancan.db.Sql;
import org.nuancan.money.Fen;
import org.nuancan.policy.LimitOn;
import org.nuancan.policy.LimitPer;

/// Reads, makes, locks and writes the counters of limits in the database.
final class LimitStore {

    // Without the hint MySQL scans a short table and waits for locks on other rows.
    static final String BY_ID = " force index (primary) ";

    private LimitStore() {}

    /// The ids of the counters that exist.
    static SortedMap<Counter, Long> find(Connection connection, SortedSet<Counter> counters)
            throws SQLException {
        var found = new TreeMap<Counter, Long>();
        if (counters.isEmpty()) {
            return found;
        }
        var byKey = new HashMap<Key, Long>();
        Sql.on(
                        connection,
                        """
                        select counter_id, counts_on, subject_id, policy_code, per, from_date, slot
                        from limit_counter
                        where (||)
                        """)
                .withEither(
                        "policy_code = ? and subject_id = ? and counts_on = ? and per = ?"
                                + " and from_date = ? and slot = ?",
                        counters.stream().map(LimitStore::key).toList())
                .forEach(row -> byKey.put(Key.read(row), row.number("counter_id")));
        for (var counter : counters) {
            if (byKey.containsKey(Key.of(counter))) {
                found.put(counter, byKey.get(Key.of(counter)));
            }
        }
        return found;
    }

    private static @Nullable Object[] key(Counter counter) {
        return new @Nullable Object[] {
            counter.code(),
            counter.subjectId(),
            counter.on(),
            counter.per(),
            counter.from(),
            counter.slot()
        };
    }

    private record Key(
            String code, long subjectId, LimitOn on, LimitPer per, LocalDate from, String slot) {

        private static Key of(Counter counter) {
            return new Key(
                    counter.code(),
                    counter.subjectId(),
                    counter.on(),
                    counter.per(),
                    counter.from(),
                    counter.slot());
        }

        private static Key read(Row row) throws SQLException {
            return new Key(
                    row.text("policy_code"),
                    row.number("subject_id"),
                    row.name("counts_on", LimitOn.class),
                    row.name("per", LimitPer.class),
                    row.date("from_date"),
                    row.text("slot"));
        }
    }

    /// Makes counters that are new. If another transaction made one first, that one stays.
    static void make(Connection connection, SortedMap<Counter, Long> counters) throws SQLException {
        var batch =
                Batch.into(
                        "limit_counter",
                        "counter_id",
                        "counts_on",
                        "subject_id",
                        "policy_code",
                        "per",
                        "from_date",
                        "slot",
                        "meals",
                        "fen");
        for (var entry : counters.entrySet()) {
            var counter = entry.getKey();
            var tally = GrantsUnderLimit.sum(connection, counter);
            batch.row(
                    entry.getValue(),
                    counter.on(),
                    counter.subjectId(),
                    counter.code(),
                    counter.per(),
                    counter.from(),
                    counter.slot(),
                    tally.meals(),
                    tally.fen().value());
        }
        batch.writeUnlessThere(connection, "counter_id");
    }

    /// Locks counters in the order of their ids.
    static Later<Map<Long, Tally>> lockCounters(RoundTrip trip, SortedSet<Long> ids) {
        if (ids.isEmpty()) {
            return Map::of;
        }
        var query =
                Sql.on(
                                trip.connection(),
                                "select counter_id, meals, fen from limit_counter"
                                        + BY_ID
                                        + "where counter_id in (??) order by counter_id for update")
                        .withAll(ids);
        return byId(trip, query);
    }

    /// The sums left in all drawers of some counters and the gone amounts of these; does not wait.
    static Later<Map<Long, Tally>> granted(RoundTrip trip, Collection<Long> ids) {
        if (ids.isEmpty()) {
            return Map::of;
        }
        var query =
                Sql.on(
                                trip.connection(),
                                """
                                select c.counter_id,
                                       c.meals - coalesce(sum(q.meals), 0) as meals,
                                       c.fen - coalesce(sum(q.fen), 0) as fen
                                from limit_counter c
                                left join limit_quota q on q.counter_id = c.counter_id
                                where c.counter_id in (??)
                                group by c.counter_id, c.meals, c.fen
                                """)
                        .withAll(ids);
        return byId(trip, query);
    }

    private static Later<Map<Long, Tally>> byId(RoundTrip trip, Sql query) {
        var rows = trip.ask(query, row -> Map.entry(row.number("counter_id"), tally(row)));
        return () ->
                rows.get().stream()
                        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /// Writes a counter that the transaction has locked.
    static void write(RoundTrip trip, long counterId, Tally gone) {
        trip.run(
                Sql.on(
                                trip.connection(),
                                "update limit_counter set meals = ?, fen = ? where counter_id = ?")
                        .with(gone.meals(), gone.fen().value(), counterId));
    }

    static Tally tally(Row row) throws SQLException {
        return new Tally(row.number("meals"), Fen.of(row.number("fen")));
    }
}
