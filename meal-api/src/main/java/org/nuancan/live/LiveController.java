package org.nuancan.live;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Header;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.nuancan.access.Caller;
import org.nuancan.access.Role;
import org.nuancan.event.Audience;
import org.nuancan.http.LongWork;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;

/// Sends live events as server-sent events.
@LongWork(endless = true)
@Controller("/v1")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "live")
class LiveController {

    private final Ticker ticker;
    private final StillIn stillIn;

    LiveController(Ticker ticker, StillIn stillIn) {
        this.ticker = ticker;
        this.stillIn = stillIn;
    }

    /// Live events that concern the caller: meals that are sold at a till, fetched or handed over
    /// (`event: sale`), refunds (`refund`), orders (`order.placed` … `order.failed`), runs
    /// (`run.created` …), alerts (`alert.raised` …). Their `data` has ids, states, amounts and
    /// instants, never a name. A comment comes every 20 seconds. A request with the last event's id
    /// in `Last-Event-ID` first gets the later events, as far as they are kept. If that id is not
    /// kept, `event: events.missed` comes first: reload the displayed data. A caller may have 10
    /// pages open at a node.
    @Get("/events")
    @Produces(MediaType.TEXT_EVENT_STREAM)
    @Secured({
        Role.CITY_ADMIN,
        Role.DISTRICT_OFFICER,
        Role.DISTRICT_FINANCE,
        Role.STREET_OFFICER,
        Role.ORDER_DESK,
        Role.PROVIDER_MANAGER,
        Role.KITCHEN_STAFF,
        Role.DISPATCHER,
        Role.RIDER,
        Role.POS_TERMINAL,
        Role.AUDITOR
    })
    HttpResponse<Publisher<String>> listen(
            @Header("Last-Event-ID") @Nullable String lastEventId,
            HttpRequest<?> request,
            @Parameter(hidden = true) Caller caller)
            throws InterruptedException {
        return page(lastEventId, request, caller);
    }

    /// Live events of the rider's own run; otherwise like `/v1/events`.
    @Get("/rider/events")
    @Produces(MediaType.TEXT_EVENT_STREAM)
    @Secured({Role.RIDER, Role.AUDITOR})
    HttpResponse<Publisher<String>> ride(
            @Header("Last-Event-ID") @Nullable String lastEventId,
            HttpRequest<?> request,
            @Parameter(hidden = true) Caller caller)
            throws InterruptedException {
        return page(lastEventId, request, caller);
    }

    private HttpResponse<Publisher<String>> page(
            @Nullable String lastEventId, HttpRequest<?> request, Caller caller)
            throws InterruptedException {
        var lastEvent = Optional.ofNullable(lastEventId).flatMap(EventId::read).orElse(null);
        return HttpResponse.ok(frames(lastEvent, request, caller))
                .contentType(MediaType.TEXT_EVENT_STREAM_TYPE)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                // A proxy that buffers answers would delay the events.
                .header("X-Accel-Buffering", "no");
    }

    /// The frames of a page; none for HEAD, since a page that is never read would stay open.
    private Publisher<String> frames(
            @Nullable EventId lastEvent, HttpRequest<?> request, Caller caller)
            throws InterruptedException {
        return request.getMethod() == HttpMethod.HEAD
                ? Flux.empty()
                : ticker.open(
                                caller.username(),
                                Audience.of(caller),
                                stillIn.of(request),
                                lastEvent)
                        .frames();
    }
}
