package org.nuancan.webhook;

import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.nuancan.access.Caller;
import org.nuancan.day.RealTime;
import org.nuancan.event.EventType;
import org.nuancan.http.Cursor;
import org.nuancan.http.Page;
import org.nuancan.http.Paging;
import org.nuancan.http.problem.ProblemCode;
import org.nuancan.http.problem.ProblemException;
import org.nuancan.http.problem.ProblemException.Fault;
import org.nuancan.http.text.Id;
import org.nuancan.webhook.client.HookUrl;

/// Operations of owners on their addresses.
@Singleton
final class Hooks {

    private final HookService hooks;
    private final DeliveryService deliveries;
    private final HookUrl urls;
    private final InstantSource clock;

    Hooks(
            HookService hooks,
            DeliveryService deliveries,
            HookUrl urls,
            @RealTime InstantSource clock) {
        this.hooks = hooks;
        this.deliveries = deliveries;
        this.urls = urls;
        this.clock = clock;
    }

    /// @throws ProblemException `WEBHOOK_URL_REFUSED`, `WEBHOOK_LIMIT`, `REQUEST_INVALID` for an
    ///   unknown event
    HookService.Made add(HookController.NewHook hook, Caller caller) {
        urls.check(hook.url());
        var events = events(hook.events());
        return hooks.add(caller, hook.url(), events, clock.instant());
    }

    private static Set<EventType> events(List<String> names) {
        var events = EnumSet.noneOf(EventType.class);
        for (var at = 0; at < names.size(); at++) {
            var pointer = "/events/" + at;
            events.add(
                    EventType.read(names.get(at))
                            .orElseThrow(() ->
                                    ProblemException.of(
                                            ProblemCode.REQUEST_INVALID,
                                            List.of(
                                                    new Fault(
                                                            pointer,
                                                            "EVENT_UNKNOWN",
                                                            "没有这种事件 / no such event")))));
        }
        return events;
    }

    Page<HookController.HookAnswer> list(Paging paging, Caller caller) {
        var after = paging.cursor().map(cursor -> cursor.number(0)).orElse(0L);
        var found =
                hooks.list(caller, after, paging.rows()).stream()
                        .map(HookController.HookAnswer::of)
                        .toList();
        return Page.of(found, paging, hook -> Cursor.of(hook.webhookId()));
    }

    /// @throws ProblemException `NOT_FOUND` if it does not exist or belongs to another scope
    Hook one(Id webhookId, Caller caller) {
        return hooks.find(caller, webhookId.value())
                .orElseThrow(() -> ProblemException.of(ProblemCode.NOT_FOUND));
    }

    /// @throws ProblemException `NOT_FOUND` if it does not exist or belongs to another scope
    void delete(Id webhookId, Caller caller) {
        var hook = one(webhookId, caller);
        hooks.delete(hook, caller, clock.instant());
    }

    /// @throws ProblemException `NOT_FOUND` if it does not exist or belongs to another scope
    Page<DeliveryLog.Entry> log(Id webhookId, Paging paging, Caller caller) {
        var hook = one(webhookId, caller);
        var before = paging.cursor().map(cursor -> cursor.number(0)).orElse(Long.MAX_VALUE);
        var found = deliveries.list(hook.webhookId(), before, paging.rows());
        return Page.of(found, paging, entry -> Cursor.of(entry.deliveryId()));
    }
}
