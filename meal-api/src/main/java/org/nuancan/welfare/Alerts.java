package org.nuancan.welfare;

import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.nuancan.db.Ids;
import org.nuancan.event.Event.Concerns;
import org.nuancan.event.EventType;
import org.nuancan.event.Events;

/// Raises alerts in the caller's transaction.
@Singleton
public class Alerts {

    private static final String DELIVERY = "delivery";

    /// A meal that was not taken.
    ///
    /// @param residence the division of the elder's residence, 9 digits
    public record Missed(long elderId, String residence, long orderId) {}

    /// The content of an event about an alert.
    record AlertPayload(String alertId, AlertKind kind, AlertState state, String division) {}

    private final AlertRepository repository;
    private final Ids ids;
    private final Events events;

    Alerts(AlertRepository repository, Ids ids, Events events) {
        this.repository = repository;
        this.ids = ids;
        this.events = events;
    }

    /// Raises an alert because the elder did not open the door; the street is notified at once. The
    /// elder's row must be locked.
    @Transactional
    public void noAnswer(Missed missed, Instant at) {
        var _ =
                raise(
                        new Cause(
                                missed.elderId(),
                                missed.residence(),
                                AlertKind.NO_ANSWER,
                                Optional.of(missed.orderId()),
                                List.of()),
                        at);
    }

    /// The reason for an alert.
    record Cause(
            long elderId,
            String division,
            AlertKind kind,
            Optional<Long> orderId,
            List<LocalDate> missed) {}

    /// @return whether no alert of this kind was open before
    @Transactional
    boolean raise(Cause cause, Instant at) {
        if (repository.countAgain(cause.elderId(), cause.kind(), at) > 0) {
            return false;
        }
        var alert = repository.save(AlertEntity.raised(ids.next(), cause, at));
        tell(EventType.ALERT_RAISED, alert.told(), at);
        return true;
    }

    /// Closes the alert of a meal that was handed over after all, if no officer has taken the
    /// alert.
    @Transactional
    public void wasThere(long orderId, Instant at) {
        var untaken = repository.lockUntaken(orderId);
        if (untaken.isPresent()) {
            var closed = untaken.get().closedBy(DELIVERY, at, AlertFinding.MEAL_HANDED_OVER, null);
            var _ = repository.update(closed);
            tell(EventType.ALERT_CLOSED, closed.told(), at);
        }
    }

    void tell(EventType type, AlertPayload told, Instant at) {
        events.tell(
                new Events.Happening(
                        type, Optional.empty(), Concerns.area(told.division()), told, at));
    }
}
