package org.nuancan.elder.lookup;

import io.micronaut.transaction.annotation.ReadOnly;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.nuancan.db.RoundTrip;
import org.nuancan.db.RoundTrip.Later;
import org.nuancan.db.Transactions;
import org.nuancan.elder.NewElder.Enrolment;
import org.nuancan.elder.NewElder.Written;
import org.nuancan.elder.change.ElderInserts;

/// Elders as the till, orders and the demo need them.
@Singleton
public class Elders {

    private final Transactions transactions;
    private final Clock clock;
    private final ElderInserts inserts;
    private final GuestCache guests;
    private final EldersAtTable atTable;

    Elders(
            Transactions transactions,
            Clock clock,
            ElderInserts inserts,
            GuestCache guests,
            EldersAtTable atTable) {
        this.transactions = transactions;
        this.clock = clock;
        this.inserts = inserts;
        this.guests = guests;
        this.atTable = atTable;
    }

    /// Registers many new elders in one transaction, with their stays, status and cards.
    ///
    /// @return their ids, in the order of `some`
    /// @throws org.nuancan.db.DatabaseFailure `DUPLICATE` if an ID number or a card number is known
    @Transactional
    public List<Long> enrolAll(List<Enrolment> some, String by) {
        return inserts.insert(some, new Written(by, clock.instant()));
    }

    /// Locks the rows of elders, in ascending order of their ids, until the transaction ends.
    /// Elders who do not exist are left out. The transaction that is open has changed nothing about
    /// these elders.
    public Guests lock(Collection<Long> elderIds) {
        return transactions.inOne(connection -> {
            var trip = RoundTrip.on(connection);
            var locked = lock(trip, elderIds);
            trip.go();
            return locked.get();
        });
    }

    /// As [#lock(Collection)], in one round trip with other statements.
    public Later<Guests> lock(RoundTrip trip, Collection<Long> elderIds) {
        return guests.lock(trip, elderIds);
    }

    /// As [#lock(RoundTrip, Collection)], without waiting: elders that another transaction has
    /// locked are left out too.
    public Later<Guests> lockFree(RoundTrip trip, Collection<Long> elderIds) {
        return guests.lockFree(trip, elderIds);
    }

    /// As [#lock(Collection)], without locks: for quotes, which store nothing.
    public Guests see(Collection<Long> elderIds) {
        return transactions.reading(connection -> {
            var trip = RoundTrip.on(connection);
            var seen = guests.see(trip, elderIds);
            trip.go();
            return seen.get();
        });
    }

    /// What is known of elders on a service date, read without locks: for quotes and verifications.
    @ReadOnly
    public Map<Long, ElderAtTable> forMeal(Collection<Long> elderIds, LocalDate date) {
        return atTable.read(elderIds, date);
    }
}
