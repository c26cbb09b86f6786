package org.nuancan.webhook;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.util.RawValue;
import io.micronaut.scheduling.annotation.Scheduled;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.nuancan.day.RealTime;
import org.nuancan.db.DatabaseFailure;
import org.nuancan.db.Ids;
import org.nuancan.event.Outbox;
import org.nuancan.event.Outbox.Due;
import org.nuancan.event.Reader;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Creates a delivery of each event for each address that subscribed to it.
@Singleton
final class Spreading {

    /// The body of a message, by the Standard Webhooks.
    private record Payload(String type, Instant timestamp, RawValue data) {}

    private static final int AT_ONCE = 200;
    private static final Logger LOG = LoggerFactory.getLogger(Spreading.class);

    private final Outbox outbox;
    private final HookService hooks;
    private final DeliveryRepository deliveries;
    private final Ids ids;
    private final InstantSource clock;
    private final ObjectMapper json;

    Spreading(
            Outbox outbox,
            HookService hooks,
            DeliveryRepository deliveries,
            Ids ids,
            @RealTime InstantSource clock,
            ObjectMapper json) {
        this.outbox = outbox;
        this.hooks = hooks;
        this.deliveries = deliveries;
        this.ids = ids;
        this.clock = clock;
        this.json = json;
    }

    @Scheduled(fixedDelay = "500ms", initialDelay = "1s")
    void spread() {
        try {
            int count;
            do {
                count = outbox.take(Reader.WEBHOOK, AT_ONCE, this::spread);
            } while (count == AT_ONCE);
        } catch (DatabaseFailure failure) {
            LOG.warn("events wait for their deliveries: {}", failure.getMessage());
        }
    }

    private void spread(List<Due> events) {
        var known = hooks.all();
        var now = clock.instant();
        var rows = new ArrayList<DeliveryEntity>();
        for (var due : events) {
            for (var hook : known) {
                if (hook.wants(due.event())) {
                    rows.add(
                            new DeliveryEntity(
                                    ids.next(),
                                    hook.webhookId(),
                                    due.eventId(),
                                    due.event().type().wireName(),
                                    payload(due),
                                    DeliveryState.WAITING,
                                    0,
                                    now,
                                    now,
                                    null));
                }
            }
        }
        var _ = deliveries.saveAll(rows);
    }

    private String payload(Due due) {
        var event = due.event();
        try {
            return json.writeValueAsString(
                    new Payload(
                            event.type().wireName(), event.at(), new RawValue(event.content())));
        } catch (JsonProcessingException exception) {
            throw new IllegalStateException("an event that is no JSON", exception);
        }
    }
}
