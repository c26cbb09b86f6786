package org.nuancan.live;

import io.micronaut.http.HttpHeaders;
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
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.nuancan.access.Caller;
import org.nuancan.access.Role;
import org.nuancan.access.Scope;
import org.reactivestreams.Publisher;

/// What happens, as server-sent events.
@Controller("/v1/events")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "live")
class LiveController {

    private final SalesTicker ticker;
    private final StillIn stillIn;

    LiveController(SalesTicker ticker, StillIn stillIn) {
        this.ticker = ticker;
        this.stillIn = stillIn;
    }

    /// Sales as they come in, of the sites that concern the caller: `event: sale` or `refund`,
    /// `data` with order, site, slot, amount and instant. A comment comes every 20 seconds. Who
    /// says in `Last-Event-ID` what came last is told what came since, as far as it is kept.
    @Get
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
        var heard = Optional.ofNullable(lastEventId).flatMap(EventId::read).orElse(null);
        var page = ticker.open(concerns(caller), stillIn.of(request), heard);
        return HttpResponse.<Publisher<String>>ok(page.frames())
                .contentType(MediaType.TEXT_EVENT_STREAM_TYPE)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                // A proxy that gathers answers before it passes them on would hold the events back.
                .header("X-Accel-Buffering", "no");
    }

    /// Sales concern who may read a site's sales; to all others nothing is told here today.
    static Predicate<Sale> concerns(Caller caller) {
        return switch (caller.role()) {
            case Role.CITY_ADMIN,
                    Role.DISTRICT_OFFICER,
                    Role.STREET_OFFICER,
                    Role.PROVIDER_MANAGER,
                    Role.KITCHEN_STAFF,
                    Role.AUDITOR ->
                    sale -> isIn(caller.scope(), sale);
            default -> _ -> false;
        };
    }

    private static boolean isIn(Scope scope, Sale sale) {
        return switch (scope) {
            case Scope.City() -> true;
            case Scope.District _, Scope.Street _ -> scope.covers(sale.division());
            case Scope.OfProvider(var providerId, _) -> providerId == sale.providerId();
            case Scope.OfSite(var siteId, _, _) -> siteId == sale.siteId();
        };
    }
}
