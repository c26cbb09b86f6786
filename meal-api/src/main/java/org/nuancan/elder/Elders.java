package org.nuancan.elder;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.nuancan.db.DatabaseFailure;
import org.nuancan.db.RoundTrip;
import org.nuancan.db.RoundTrip.Later;
import org.nuancan.db.Row;
import org.nuancan.db.Sql;
import org.nuancan.db.Transactions;
import org.nuancan.elder.NewElder.Enrolment;
import org.nuancan.elder.NewElder.Written;
import org.nuancan.policy.ElderFacts;

/// Elders as the till, orders and the demo need them.
@Singleton
public final class Elders {

    private final Transactions transactions;
    private final Clock clock;
    private final HomeDistrict home;
    private final ElderRows rows;
    private final Regulars regulars;

    Elders(
            Transactions transactions,
            Clock clock,
            HomeDistrict home,
            ElderRows rows,
            Regulars regulars) {
        this.transactions = transactions;
        this.clock = clock;
        this.home = home;
        this.rows = rows;
        this.regulars = regulars;
    }

    /// Registers many elders nobody knows yet in one transaction, with their stays, status and
    /// cards; joins an open one.
    ///
    /// @return their ids, in the order of `some`
    /// @throws DatabaseFailure `DUPLICATE` if an ID number or a card number is known
    public List<Long> enrolAll(List<Enrolment> some, String by) {
        var written = new Written(by, clock.instant());
        return transactions.inOne(connection -> rows.insert(connection, some, written));
    }

    /// Locks the rows of elders, in ascending order of their ids, until the transaction ends. Who
    /// does not exist is left out.
    ///
    /// @param connection of a transaction that has changed nothing about these elders
    public Guests lock(Connection connection, Collection<Long> elderIds) throws SQLException {
        var trip = RoundTrip.on(connection);
        var locked = lock(trip, elderIds);
        trip.go();
        return locked.get();
    }

    /// As [#lock(Connection, Collection)], together with whatever else is asked.
    public Later<Guests> lock(RoundTrip trip, Collection<Long> elderIds) {
        return regulars.lock(trip, elderIds);
    }

    /// As [#lock(RoundTrip, Collection)], without waiting: whom another transaction holds is left
    /// out too.
    public Later<Guests> lockFree(RoundTrip trip, Collection<Long> elderIds) {
        return regulars.lockFree(trip, elderIds);
    }

    /// As [#lock(Connection, Collection)], locking nobody: for what is asked and not sold.
    public Guests see(Connection connection, Collection<Long> elderIds) throws SQLException {
        var trip = RoundTrip.on(connection);
        var seen = regulars.see(trip, elderIds);
        trip.go();
        return seen.get();
    }

    /// As [#forMeal(Connection, Collection, LocalDate)], in a transaction of its own or the open
    /// one.
    public Map<Long, ElderAtTable> forMeal(Collection<Long> elderIds, LocalDate date) {
        return transactions.reading(connection -> forMeal(connection, elderIds, date));
    }

    /// What is known of elders on a service date, read without locks: for quotes and verifications.
    public Map<Long, ElderAtTable> forMeal(
            Connection connection, Collection<Long> elderIds, LocalDate date) throws SQLException {
        var eaters =
                Sql.on(
                                connection,
                                """
                                select elder_id, masked_name, birth_date, diet, allergens
                                from elder
                                where elder_id in (??)
                                order by elder_id
                                """)
                        .withAll(elderIds.stream().distinct().sorted().toList())
                        .list(Eater::read);
        var found = eaters.stream().map(Eater::elderId).toList();
        var facts = ElderFactsAsOf.read(connection, found, date);
        var elders = new LinkedHashMap<Long, ElderAtTable>();
        for (var eater : eaters) {
            var about = facts.of(eater.elderId, eater.birthDate);
            elders.put(eater.elderId, eater.atTable(about, home.districtOf(about), date));
        }
        return elders;
    }

    private record Eater(
            long elderId, String maskedName, LocalDate birthDate, String diet, String allergens) {

        private static Eater read(Row row) throws SQLException {
            return new Eater(
                    row.number("elder_id"),
                    row.text("masked_name"),
                    row.date("birth_date"),
                    row.text("diet"),
                    row.text("allergens"));
        }

        private ElderAtTable atTable(ElderFacts facts, String district, LocalDate date) {
            return new ElderAtTable(
                    elderId,
                    maskedName,
                    district,
                    facts,
                    Math.toIntExact(facts.ageOn(date)),
                    Words.diet(diet),
                    Words.allergens(allergens));
        }
    }
}
