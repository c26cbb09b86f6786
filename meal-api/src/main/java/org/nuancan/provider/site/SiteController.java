package org.nuancan.provider.site;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Patch;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.annotation.RequestBean;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.nuancan.access.Caller;
import org.nuancan.access.Role;
import org.nuancan.http.Cursor;
import org.nuancan.http.Page;
import org.nuancan.http.Paging;
import org.nuancan.http.problem.ProblemCode;
import org.nuancan.http.problem.ProblemException;
import org.nuancan.http.text.Id;
import org.nuancan.provider.Areas;
import org.nuancan.provider.Providers;

/// Sites over HTTP.
@Controller("/v1/sites")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "provider")
class SiteController {

    private final Providers providers;
    private final Sites sites;
    private final OwnSites ownSites;

    SiteController(Providers providers, Sites sites, OwnSites ownSites) {
        this.providers = providers;
        this.sites = sites;
        this.ownSites = ownSites;
    }

    /// Adds a site in its provider's district.
    @Post
    @Secured({Role.CITY_ADMIN, Role.DISTRICT_OFFICER})
    @ApiResponse(responseCode = "201", description = "On file.", useReturnTypeSchema = true)
    HttpResponse<SiteAnswer> add(
            @Valid @Body NewSite wanted, @Parameter(hidden = true) Caller caller) {
        var provider =
                providers
                        .find(wanted.providerId().value())
                        .filter(found -> caller.covers(found.districtCode()))
                        .orElseThrow(() -> ProblemException.of(ProblemCode.NOT_FOUND));
        var profile = wanted.profile();
        Refusals.checkDays(profile);
        Refusals.checkDistrict(profile, provider.districtCode());
        var added = sites.add(provider, profile, caller.username());
        return HttpResponse.created(SiteAnswer.of(added));
    }

    /// One site.
    @Get("/{siteId}")
    @Secured({Role.CITY_ADMIN, Role.DISTRICT_OFFICER, Role.AUDITOR})
    SiteAnswer one(@PathVariable Id siteId, @Parameter(hidden = true) Caller caller) {
        return SiteAnswer.of(ownSites.now(siteId, caller));
    }

    /// Changes the given fields, if the site has not changed since it was read.
    @Patch("/{siteId}")
    @Secured({Role.CITY_ADMIN, Role.DISTRICT_OFFICER})
    SiteAnswer change(
            @PathVariable Id siteId,
            @Valid @Body SiteChange wanted,
            @Parameter(hidden = true) Caller caller) {
        var site = ownSites.now(siteId, caller);
        if (site.version() != wanted.version()) {
            throw ProblemException.of(ProblemCode.STALE_VERSION);
        }
        var profile = wanted.applied(site.profile());
        Refusals.checkDays(profile);
        Refusals.checkDistrict(profile, site.districtCode());
        return sites.change(site, profile, caller.username())
                .map(SiteAnswer::of)
                .orElseThrow(() -> ProblemException.of(ProblemCode.STALE_VERSION));
    }

    /// The sites in the caller's area, of one provider or of all, the earliest added first.
    @Get
    @Secured({Role.CITY_ADMIN, Role.DISTRICT_OFFICER, Role.AUDITOR})
    Page<SiteAnswer> list(
            @QueryValue @Nullable Id providerId,
            @Valid @RequestBean Paging paging,
            @Parameter(hidden = true) Caller caller) {
        var after = paging.cursor().map(cursor -> cursor.number(0)).orElse(0L);
        var provider = Optional.ofNullable(providerId).map(Id::value);
        var found =
                sites.list(Areas.of(caller), provider, after, paging.rows()).stream()
                        .map(SiteAnswer::of)
                        .toList();
        return Page.of(found, paging, site -> Cursor.of(site.siteId()));
    }
}
