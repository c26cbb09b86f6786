package org.nuancan.sale.booking;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.nuancan.day.BusinessDay;
import org.nuancan.db.RoundTrip;
import org.nuancan.db.RoundTrip.Later;
import org.nuancan.elder.lookup.Elders;
import org.nuancan.elder.lookup.Guests;
import org.nuancan.event.Listeners;
import org.nuancan.ledger.day.BookingDays;
import org.nuancan.sale.Rules;
import org.nuancan.sale.Sale;
import org.nuancan.sale.SaleEvents;
import org.nuancan.sale.SaleOutcome;
import org.nuancan.sale.limit.Limits;

/// Sells a list of meals in one transaction: all are decided under the same locks and written with
/// few statements. A sale that is refused leaves no rows and does not stop the others.
@Singleton
public final class OrderWriter {

    private final Elders elders;
    private final BookingDays days;
    private final OrderStore rows;
    private final OrderJournals journals;
    private final SaleEvents events;
    private final Limits limits;
    private final Clock clock;

    OrderWriter(
            Elders elders,
            BookingDays days,
            OrderStore rows,
            OrderJournals journals,
            SaleEvents events,
            Limits limits,
            Clock clock) {
        this.elders = elders;
        this.days = days;
        this.rows = rows;
        this.journals = journals;
        this.events = events;
        this.limits = limits;
        this.clock = clock;
    }

    /// The locks for a list of sales until the transaction ends.
    public final class Locked {

        private final Connection connection;
        private final BusinessDay bookingDate;
        private final Guests guests;
        private final Table table;
        private final Listeners listeners;
        private final int lane;

        private Locked(
                Connection connection,
                BusinessDay bookingDate,
                Guests guests,
                Listeners listeners,
                int lane) {
            this.connection = connection;
            this.bookingDate = bookingDate;
            this.guests = guests;
            this.table = Table.of(guests);
            this.listeners = listeners;
            this.lane = lane;
        }

        /// The locked elders.
        public Guests guests() {
            return guests;
        }

        /// Decides and writes some of the sales, in their order.
        ///
        /// @param chosen the sales to make; each to a locked elder, or without an elder
        /// @return an outcome for each of the chosen sales
        /// @throws IllegalStateException for an elder who is not locked
        public List<SaleOutcome> write(Rules rules, List<Sale> chosen) throws SQLException {
            var trip = RoundTrip.on(connection);
            var outcomes = write(rules, chosen, trip);
            trip.go();
            return outcomes;
        }

        /// As [#write(Rules, List)], but the rows are written when the round trip is sent.
        public List<SaleOutcome> write(Rules rules, List<Sale> chosen, RoundTrip trip)
                throws SQLException {
            if (chosen.isEmpty()) {
                return List.of();
            }
            var evaluation =
                    Evaluation.begin(
                            connection,
                            rules,
                            table,
                            chosen,
                            (reads, needs) -> limits.lockInLane(reads, needs, lane));
            var references = UsedReferences.among(connection, chosen);
            var outcomes = new ArrayList<SaleOutcome>();
            for (var sale : chosen) {
                outcomes.add(decide(sale, evaluation, references));
            }
            add(trip, outcomes, evaluation);
            return List.copyOf(outcomes);
        }

        private SaleOutcome decide(Sale sale, Evaluation evaluation, UsedReferences references) {
            var decision = evaluation.decide(sale);
            if (!decision.isPaidBy(sale.payment())) {
                return new SaleOutcome.TendersDoNotAddUp(decision.elderPays());
            }
            if (!references.takeAll(sale.payment().tenders())) {
                return new SaleOutcome.ReferenceUsed();
            }
            evaluation.use(sale, decision);
            return new SaleOutcome.Sold(
                    sale,
                    table.of(sale),
                    decision.elderPays(),
                    decision.grants(),
                    decision.refusals(),
                    decision.excess(),
                    bookingDate);
        }

        private void add(RoundTrip trip, List<SaleOutcome> outcomes, Evaluation evaluation)
                throws SQLException {
            var sold =
                    outcomes.stream()
                            .filter(SaleOutcome.Sold.class::isInstance)
                            .map(SaleOutcome.Sold.class::cast)
                            .toList();
            rows.insert(trip, sold);
            events.sold(trip, sold, listeners);
            journals.post(trip, sold);
            evaluation.store(trip);
        }
    }

    /// Prepares the lock of today's row. To be called before the transaction, not in it.
    public void prepare() {
        days.prepare(BusinessDay.today(clock));
    }

    /// Locks the day (shared), then the elders in ascending order. Reads after that see every
    /// committed sale of these elders.
    ///
    /// @param connection of an open transaction
    public Locked lock(Connection connection, Collection<Long> elderIds) throws SQLException {
        var trip = RoundTrip.on(connection);
        var locked = lock(trip, elderIds, 0);
        trip.go();
        return locked.get();
    }

    /// As [#lock(Connection, Collection)], as a part of a round trip.
    ///
    /// @param lane of this node in which these are sold: two lanes do not wait for each other
    public Later<Locked> lock(RoundTrip trip, Collection<Long> elderIds, int lane) {
        var day = days.lockOpen(trip, BusinessDay.today(clock));
        return locked(trip, day, elders.lock(trip, elderIds), lane);
    }

    /// As [#lock], but skips elders that another transaction has locked.
    public Later<Locked> lockFree(RoundTrip trip, Collection<Long> elderIds, int lane) {
        var day = days.lockOpen(trip, BusinessDay.today(clock));
        return locked(trip, day, elders.lockFree(trip, elderIds), lane);
    }

    private Later<Locked> locked(
            RoundTrip trip, Later<BusinessDay> day, Later<Guests> guests, int lane) {
        var listeners = events.listeners(trip);
        return () -> new Locked(trip.connection(), day.get(), guests.get(), listeners.get(), lane);
    }

    /// Quotes the grants of a sale at this instant. Does not wait, writes nothing.
    ///
    /// @param guests the current elders, with the sale's elder among them
    public SaleOutcome.Quoted quote(Connection connection, Rules rules, Guests guests, Sale sale)
            throws SQLException {
        var table = Table.of(guests);
        var decision = Evaluation.glance(connection, rules, table, sale, limits).decide(sale);
        return new SaleOutcome.Quoted(
                sale, table.of(sale), decision.elderPays(), decision.grants(), decision.refusals());
    }
}
