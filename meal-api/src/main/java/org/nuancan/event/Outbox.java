package org.nuancan.event;

import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.nuancan.db.InList;

/// Events that are written and not yet processed by all readers.
@Singleton
public class Outbox {

    /// An event with its number.
    ///
    /// @param eventId the same at each delivery of the event
    public record Due(long eventId, Event event) {}

    /// Processes events for a reader, in the transaction that takes them off the list.
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

    /// Takes the oldest events off a reader's list and processes them; if processing fails, all of
    /// them stay on the list. Takes none while another node does so.
    ///
    /// @return number of events processed
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

    /// Deletes older events that all readers have processed, some rows at a time.
    ///
    /// @return number of deleted rows
    @Transactional
    public int removeBefore(Instant before) {
        return events.remove(InList.of(events.listTold(before, ROWS_A_TRANSACTION)));
    }
}
