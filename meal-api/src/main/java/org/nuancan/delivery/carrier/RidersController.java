package org.nuancan.delivery.carrier;

import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.RequestBean;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.util.Optional;
import org.nuancan.access.Caller;
import org.nuancan.access.Role;
import org.nuancan.access.Scope;
import org.nuancan.access.account.RiderService;
import org.nuancan.http.Cursor;
import org.nuancan.http.Page;
import org.nuancan.http.Paging;
import org.nuancan.http.text.Id;
import org.nuancan.provider.Areas;

/// The riders of delivery providers.
@Controller("/v1/riders")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "delivery")
class RidersController {

    private final RiderService riders;

    RidersController(RiderService riders) {
        this.riders = riders;
    }

    /// The riders of the caller's provider, or of the providers in an auditor's area, who may sign
    /// in; by name.
    @Get
    @Secured({Role.DISPATCHER, Role.PROVIDER_MANAGER, Role.AUDITOR})
    Page<RiderResponse> list(@Valid @RequestBean Paging paging, Caller caller) {
        var own =
                caller.scope() instanceof Scope.OfProvider(var providerId, _)
                        ? Optional.of(providerId)
                        : Optional.<Long>empty();
        var area = own.isPresent() ? Optional.<String>empty() : Optional.of(Areas.of(caller));
        var after = paging.cursor().map(cursor -> cursor.text(0)).orElse("");
        var found =
                riders.list(area, own, after, paging.rows()).stream()
                        .map(rider ->
                                new RiderResponse(
                                        rider.username(),
                                        rider.displayName(),
                                        new Id(rider.providerId())))
                        .toList();
        return Page.of(found, paging, rider -> Cursor.of(rider.username()));
    }
}
