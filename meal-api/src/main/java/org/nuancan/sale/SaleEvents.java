package org.nuancan.sale;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.nuancan.db.RoundTrip;
import org.nuancan.db.RoundTrip.Later;
import org.nuancan.event.Event.Concerns;
import org.nuancan.event.EventType;
import org.nuancan.event.Events;
import org.nuancan.event.Events.Happening;
import org.nuancan.event.Listeners;
import org.nuancan.money.Fen;
import org.nuancan.policy.fact.Slot;

/// Publishes events of sales and refunds, in the transaction of the sale or refund. No event names
/// the diner.
@Singleton
public final class SaleEvents {

    /// The content of an event.
    ///
    /// @param type `SALE` or `REFUND`
    /// @param grossFen everything on the bill; for a refund, the amount that the elder got back
    private record SalePayload(
            String type, String orderId, String siteId, Slot slot, Fen grossFen, Instant at) {}

    private final Events events;

    SaleEvents(Events events) {
        this.events = events;
    }

    /// Finds the listeners of these events, as a part of a round trip.
    public Later<Listeners> listeners(RoundTrip trip) {
        return events.listeners(trip);
    }

    /// Publishes a list of sales with one statement for each table.
    public void sold(RoundTrip trip, List<SaleOutcome.Sold> sold, Listeners listeners) {
        var happenings = sold.stream().map(SaleOutcome.Sold::sale).map(SaleEvents::of).toList();
        events.tellAll(trip, happenings, listeners);
    }

    private static Happening of(Sale sale) {
        var at = sale.at();
        var place = at.place();
        return happening(
                EventType.SALE,
                Concerns.site(place.facts().division().code(), place.siteId(), place.providerId()),
                new SalePayload(
                        EventType.SALE.name(),
                        Long.toString(sale.orderId()),
                        Long.toString(place.siteId()),
                        at.slot(),
                        sale.basket().gross(),
                        at.happenedAt()),
                sale.orderId());
    }

    /// Publishes a refund.
    ///
    /// @param toElder zero if grants paid for everything
    public void refunded(
            Connection connection, RequestedRefund request, OrderOnFile order, Fen toElder)
            throws SQLException {
        events.tell(
                connection,
                happening(
                        EventType.REFUND,
                        Concerns.site(
                                request.division(), request.siteId(), order.where().providerId()),
                        new SalePayload(
                                EventType.REFUND.name(),
                                Long.toString(order.orderId()),
                                Long.toString(request.siteId()),
                                order.when().slot(),
                                toElder,
                                request.at()),
                        order.orderId()));
    }

    private static Happening happening(
            EventType type, Concerns concerns, SalePayload payload, long orderId) {
        return new Happening(type, Optional.of(orderId), concerns, payload, payload.at());
    }
}
