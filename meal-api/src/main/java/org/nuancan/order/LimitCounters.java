package org.nuancan.order;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.nuancan.db.Sql;
import org.nuancan.money.Fen;
import org.nuancan.policy.LimitOn;
import org.nuancan.policy.LimitPer;
import org.nuancan.policy.LimitWindow;
import org.nuancan.policy.Slot;

/// What limits on sites, providers and whole policies have used up: counters, since their grants
/// are too many to be added up at the till. The caller holds the [Subject] of each counter it
/// loads.
final class LimitCounters {

    /// What a limit counts on. Its row always exists, so that locking it locks no gap.
    ///
    /// @param on site, provider or policy
    /// @param id the site or provider; 0 for the policy
    /// @param code the policy's code
    record Subject(LimitOn on, long id, String code) implements Comparable<Subject> {

        private static final Comparator<Subject> ORDER =
                Comparator.comparing(Subject::on)
                        .thenComparingLong(Subject::id)
                        .thenComparing(Subject::code);

        @Override
        public int compareTo(Subject other) {
            return ORDER.compare(this, other);
        }
    }

    /// Where a grant was made.
    record Whereabouts(long siteId, long providerId) {

        static Whereabouts of(Sale sale) {
            var place = sale.at().place();
            return new Whereabouts(place.siteId(), place.providerId());
        }
    }

    /// A subject's counter for one window.
    ///
    /// @param slot the slot's name, empty for all of the day
    record Key(Subject subject, LimitPer per, LocalDate from, LocalDate to, String slot) {

        static Key of(LimitWindow window, Whereabouts place) {
            var id =
                    switch (window.on()) {
                        case SITE -> place.siteId();
                        case PROVIDER -> place.providerId();
                        case POLICY, ELDER -> 0;
                    };
            return new Key(
                    new Subject(window.on(), id, window.code()),
                    window.per(),
                    window.from(),
                    window.to(),
                    window.slot().map(Enum::name).orElse(""));
        }
    }

    /// The counters that a grant of a policy moves: of every version of its code, since a limit
    /// counts over all versions.
    static Set<Key> keys(
            Rules rules, String code, Whereabouts place, LocalDate serviceDate, Slot slot) {
        var keys = new HashSet<Key>();
        for (var policy : rules.policies()) {
            if (policy.code().equals(code)) {
                policy.limits().stream()
                        .filter(limit -> limit.on() != LimitOn.ELDER)
                        .map(limit -> LimitWindow.of(code, limit, serviceDate, slot))
                        .forEach(window -> keys.add(Key.of(window, place)));
            }
        }
        return keys;
    }

    private final Map<Key, Tally> tallies = new HashMap<>();
    private final Set<Key> changed = new HashSet<>();

    /// Locks the subjects in their order and reads their counters.
    static LimitCounters lock(Connection connection, Collection<Key> keys) throws SQLException {
        var counters = new LimitCounters();
        for (var subject : subjectsOf(keys)) {
            lock(connection, subject);
        }
        for (var key : keys) {
            if (!counters.tallies.containsKey(key)) {
                counters.tallies.put(key, readOrMake(connection, key));
            }
        }
        return counters;
    }

    /// Reads counters as they stand, without waiting for anybody.
    static LimitCounters peek(Connection connection, Collection<Key> keys) throws SQLException {
        var counters = new LimitCounters();
        for (var key : keys) {
            var stored = read(connection, key);
            counters.tallies.put(
                    key, stored.isEmpty() ? fromGrants(connection, key) : stored.getFirst());
        }
        return counters;
    }

    static SortedSet<Subject> subjectsOf(Collection<Key> keys) {
        var subjects = new TreeSet<Subject>();
        keys.forEach(key -> subjects.add(key.subject()));
        return subjects;
    }

    private static void lock(Connection connection, Subject subject) throws SQLException {
        var found =
                Sql.on(
                                connection,
                                """
                                select subject_id from limit_subject
                                where counts_on = ? and subject_id = ? and policy_code = ?
                                for update
                                """)
                        .with(subject.on(), subject.id(), subject.code())
                        .exists();
        if (!found) {
            // The insert itself takes the lock, and waits for whoever inserts the same row.
            Sql.on(
                            connection,
                            """
                            insert into limit_subject (counts_on, subject_id, policy_code)
                            values (?, ?, ?)
                            on duplicate key update subject_id = subject_id
                            """)
                    .with(subject.on(), subject.id(), subject.code())
                    .run();
        }
    }

    private static Tally readOrMake(Connection connection, Key key) throws SQLException {
        var stored = read(connection, key);
        if (!stored.isEmpty()) {
            return stored.getFirst();
        }
        var made = fromGrants(connection, key);
        write(connection, key, made);
        return made;
    }

    private static List<Tally> read(Connection connection, Key key) throws SQLException {
        return Sql.on(
                        connection,
                        """
                        select meals, fen from limit_use
                        where counts_on = ? and subject_id = ? and policy_code = ?
                          and per = ? and from_date = ? and slot = ?
                        """)
                .with(key.subject().on(), key.subject().id(), key.subject().code())
                .with(key.per(), key.from(), key.slot())
                .list(row -> new Tally(row.number("meals"), Fen.of(row.number("fen"))));
    }

    private static Tally fromGrants(Connection connection, Key key) throws SQLException {
        var subject = key.subject();
        return Sql.on(
                        connection,
                        """
                        select coalesce(sum(counts), 0) as meals,
                               coalesce(sum(fen - refunded_fen), 0) as fen
                        from order_grant
                        where policy_code = ? and service_date between ? and ?
                          and (? = '' or slot = ?)
                          and (? <> 'SITE' or site_id = ?)
                          and (? <> 'PROVIDER' or provider_id = ?)
                        """)
                .with(subject.code(), key.from(), key.to(), key.slot(), key.slot())
                .with(subject.on(), subject.id(), subject.on(), subject.id())
                .one(row -> new Tally(row.number("meals"), Fen.of(row.number("fen"))));
    }

    private static void write(Connection connection, Key key, Tally tally) throws SQLException {
        Sql.on(
                        connection,
                        """
                        insert into limit_use
                            (counts_on, subject_id, policy_code, per, from_date, slot, meals, fen)
                        values (?, ?, ?, ?, ?, ?, ?, ?)
                        on duplicate key update meals = values(meals), fen = values(fen)
                        """)
                .with(key.subject().on(), key.subject().id(), key.subject().code())
                .with(key.per(), key.from(), key.slot(), tally.meals(), tally.fen().value())
                .run();
    }

    /// What a loaded counter says.
    Tally in(Key key) {
        return tallies.getOrDefault(key, Tally.NOTHING);
    }

    /// Adds to a loaded counter; a negative tally gives back.
    void add(Key key, Tally more) {
        tallies.merge(key, more, Tally::plus);
        changed.add(key);
    }

    /// Writes what has changed.
    void store(Connection connection) throws SQLException {
        for (var key : changed) {
            write(connection, key, in(key));
        }
    }
}
