package org.nuancan.delivery;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.nuancan.event.EventType;
import org.nuancan.event.Events;
import org.nuancan.kitchen.Stale;
import org.nuancan.policy.fact.Slot;

/// Writes events about runs.
@Singleton
public final class RunEvents {

    /// Content of an event about a run.
    private record RunPayload(
            String runId, String siteId, LocalDate date, Slot slot, String rider, int stops) {}

    /// Content of an event about meals that were too old to leave.
    private record TooOldPayload(String runId, String siteId, String rider, List<Meal> meals) {}

    private record Meal(String sku, String batchId, Instant cookedAt, int portions) {}

    private final Events events;

    RunEvents(Events events) {
        this.events = events;
    }

    /// Writes an event about a run, with its present number of stops.
    public void tell(EventType type, Run run, Instant at) {
        var payload =
                new RunPayload(
                        Long.toString(run.runId()),
                        Long.toString(run.parties().siteId()),
                        run.date(),
                        run.slot(),
                        run.rider(),
                        run.stops().size());
        events.tell(new Events.Happening(type, Optional.empty(), run.concerns(), payload, at));
    }

    void tooOld(Run run, List<Stale> stale, Instant at) {
        var meals =
                stale.stream()
                        .map(one ->
                                new Meal(
                                        one.sku(),
                                        Long.toString(one.batchId()),
                                        one.cookedAt(),
                                        one.portions()))
                        .toList();
        var payload =
                new TooOldPayload(
                        Long.toString(run.runId()),
                        Long.toString(run.parties().siteId()),
                        run.rider(),
                        meals);
        events.tell(
                new Events.Happening(
                        EventType.RUN_MEAL_TOO_OLD, Optional.empty(), run.concerns(), payload, at));
    }
}
