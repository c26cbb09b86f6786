package org.nuancan.delivery.carrier;

import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.annotation.RequestBean;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import org.nuancan.access.Caller;
import org.nuancan.access.Role;
import org.nuancan.http.Cursor;
import org.nuancan.http.Page;
import org.nuancan.http.Paging;
import org.nuancan.http.text.Id;
import org.nuancan.ordering.progress.Deliverers;
import org.nuancan.provider.ProviderKind;
import org.nuancan.provider.Providers;
import org.nuancan.provider.site.OwnSites;

/// The providers that can deliver the meals of a site.
@Controller("/v1/delivery-providers")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "delivery")
class DeliveryProvidersController {

    private final OwnSites sites;
    private final Providers providers;
    private final Deliverers deliverers;

    DeliveryProvidersController(OwnSites sites, Providers providers, Deliverers deliverers) {
        this.sites = sites;
        this.providers = providers;
        this.deliverers = deliverers;
    }

    /// The delivery providers of a site's district with their fees, by id. A kitchen that delivers
    /// itself is not among them.
    @Get("{?siteId}")
    @Secured({
        Role.CITY_ADMIN,
        Role.DISTRICT_OFFICER,
        Role.STREET_OFFICER,
        Role.ORDER_DESK,
        Role.PROVIDER_MANAGER,
        Role.KITCHEN_STAFF,
        Role.AUDITOR
    })
    Page<DeliveryProviderResponse> list(
            @QueryValue Id siteId, @Valid @RequestBean Paging paging, Caller caller) {
        var site = sites.near(siteId, caller);
        var after = paging.cursor().map(cursor -> cursor.number(0)).orElse(0L);
        var names =
                providers.namesOfKind(
                        site.districtCode(), ProviderKind.DELIVERY, after, paging.rows());
        var found =
                names.entrySet().stream()
                        .map(one ->
                                DeliveryProviderResponse.of(
                                        one.getKey(),
                                        one.getValue(),
                                        deliverers.fees(one.getKey(), site)))
                        .toList();
        return Page.of(found, paging, one -> Cursor.of(one.providerId().value()));
    }
}
