package org.nuancan.provider.site;

import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.RequestBean;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.util.List;
import java.util.Optional;
import org.nuancan.access.Caller;
import org.nuancan.access.Role;
import org.nuancan.access.Scope;
import org.nuancan.http.Cursor;
import org.nuancan.http.Page;
import org.nuancan.http.Paging;
import org.nuancan.provider.Areas;

/// The sites that concern a caller, for pages that choose or show a site.
@Controller("/v1/me/sites")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "provider")
class MySitesController {

    private final Sites sites;

    MySitesController(Sites sites) {
        this.sites = sites;
    }

    /// A site by its name and place.
    record MySite(
            String siteId, String providerId, String providerName, String name, String division) {

        static MySite of(SiteOnFile site) {
            return new MySite(
                    Long.toString(site.siteId()),
                    Long.toString(site.providerId()),
                    site.providerName(),
                    site.profile().name(),
                    site.profile().division());
        }
    }

    /// The caller's own site, those of its provider, or those in its area.
    @Get
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
    Page<MySite> list(@Valid @RequestBean Paging paging, @Parameter(hidden = true) Caller caller) {
        var found = own(paging, caller).stream().map(MySite::of).toList();
        return Page.of(found, paging, site -> Cursor.of(site.siteId()));
    }

    private List<SiteOnFile> own(Paging paging, Caller caller) {
        var after = paging.cursor().map(cursor -> cursor.number(0)).orElse(0L);
        return switch (caller.scope()) {
            case Scope.City(), Scope.District _, Scope.Street _ ->
                    sites.list(Areas.of(caller), Optional.empty(), after, paging.rows());
            case Scope.OfProvider(var providerId, _) ->
                    sites.list("", Optional.of(providerId), after, paging.rows());
            case Scope.OfSite(var siteId, _, _) ->
                    sites.find(siteId).filter(site -> site.siteId() > after).stream().toList();
        };
    }
}
