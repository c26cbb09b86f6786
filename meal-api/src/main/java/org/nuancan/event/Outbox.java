package org.nuancan.event;

import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.nuancan.db.InList;

/// What was written down and is not told yet.
@Singleton
public class Outbox {

    /// An event with its number.
    ///
    /// @param eventId the same however often it is taken
    public record Due(long eventId, Event event) {}

    /// What a reader does with events, in the transaction that takes them off the list.
    @FunctionalInterface
    public interface Telling {

        void tell(List<Due> events);
    }

    private static final int ROWS_A_TRANSACTION = 2_000;

    private final EventRepository events;
    private final List<RidersOfOrders> riders;

    Outbox(EventRepository events, List<RidersOfOrders> riders) {
        this.events = events;
        this.riders = List.copyOf(riders);
    }

    /// Takes the oldest events off a reader's list and tells them; if telling fails, all of them
    /// stay on the list. While another node does so, nothing is taken.
    ///
    /// @return how many were told
    @Transactional
    public int take(Reader reader, int most, Telling telling) {
        if (events.lockTurn(reader).isEmpty()) {
            return 0;
        }
        var due = due(reader, most);
        if (!due.isEmpty()) {
            telling.tell(due);
            events.removeDue(reader, InList.of(due.stream().map(Due::eventId).toList()));
        }
        return due.size();
    }

    private List<Due> due(Reader reader, int most) {
        var written = events.listDue(reader, most);
        var orders =
                written.stream().map(EventEntity::riddenOrder).flatMap(Optional::stream).toList();
        if (orders.isEmpty() || riders.isEmpty()) {
            return written.stream().map(one -> new Due(one.eventId(), one.event())).toList();
        }
        var byOrder = riders.getFirst().of(orders);
        return written.stream().map(one -> due(one, byOrder)).toList();
    }

    private static Due due(EventEntity written, Map<Long, String> riders) {
        var event = written.event();
        var rider = Optional.ofNullable(written.orderId()).map(riders::get);
        return new Due(
                written.eventId(),
                rider.isEmpty() || event.concerns().username().isPresent()
                        ? event
                        : event.riddenBy(rider.get()));
    }

    /// Removes what is older and was told by all, some rows at a time.
    ///
    /// @return how many rows went
    @Transactional
    public int removeBefore(Instant before) {
        return events.remove(InList.of(events.listTold(before, ROWS_A_TRANSACTION)));
    }
}
