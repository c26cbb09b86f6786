package org.nuancan.provider;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.RequestBean;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.time.Clock;
import org.nuancan.access.Caller;
import org.nuancan.access.Role;
import org.nuancan.http.Cursor;
import org.nuancan.http.Page;
import org.nuancan.http.Paging;
import org.nuancan.http.problem.ProblemCode;
import org.nuancan.http.problem.ProblemException;
import org.nuancan.http.text.Id;

/// Providers over HTTP.
@Controller("/v1/providers")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "provider")
class ProviderController {

    private final Providers providers;
    private final Clock clock;

    ProviderController(Providers providers, Clock clock) {
        this.providers = providers;
        this.clock = clock;
    }

    /// Adds a provider. It belongs to one district; a chain in two districts is two providers.
    @Post
    @Secured({Role.CITY_ADMIN, Role.DISTRICT_OFFICER})
    @ApiResponse(responseCode = "201", description = "On file.", useReturnTypeSchema = true)
    HttpResponse<ProviderAnswer> add(
            @Valid @Body NewProvider wanted, @Parameter(hidden = true) Caller caller) {
        if (!caller.covers(wanted.districtCode())) {
            throw ProblemException.of(ProblemCode.FORBIDDEN);
        }
        var added =
                providers.add(
                        wanted.name(),
                        wanted.kind(),
                        wanted.districtCode(),
                        wanted.bankAccount().account(),
                        caller.username());
        return HttpResponse.created(ProviderAnswer.of(added, clock.instant()));
    }

    /// One provider; its account's number is masked.
    @Get("/{providerId}")
    @Secured({Role.CITY_ADMIN, Role.DISTRICT_OFFICER, Role.AUDITOR})
    ProviderAnswer one(@PathVariable Id providerId, @Parameter(hidden = true) Caller caller) {
        return providers
                .findShown(providerId.value())
                .filter(provider -> caller.covers(provider.districtCode()))
                .map(provider -> ProviderAnswer.of(provider, clock.instant()))
                .orElseThrow(() -> ProblemException.of(ProblemCode.NOT_FOUND));
    }

    /// The providers in the caller's area, the earliest added first.
    @Get
    @Secured({Role.CITY_ADMIN, Role.DISTRICT_OFFICER, Role.AUDITOR})
    Page<ProviderAnswer> list(
            @Valid @RequestBean Paging paging, @Parameter(hidden = true) Caller caller) {
        var after = paging.cursor().map(cursor -> cursor.number(0)).orElse(0L);
        var found =
                providers.list(Areas.of(caller), after, paging.rows()).stream()
                        .map(provider -> ProviderAnswer.of(provider, clock.instant()))
                        .toList();
        return Page.of(found, paging, provider -> Cursor.of(provider.providerId()));
    }
}
