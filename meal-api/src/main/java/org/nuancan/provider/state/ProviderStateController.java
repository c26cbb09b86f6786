package org.nuancan.provider.state;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Patch;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.LocalDate;
import java.util.function.Supplier;
import org.nuancan.access.Caller;
import org.nuancan.access.Role;
import org.nuancan.http.problem.ProblemCode;
import org.nuancan.http.problem.ProblemException;
import org.nuancan.http.text.Id;
import org.nuancan.provider.ProviderAnswer;
import org.nuancan.provider.ProviderOnFile;
import org.nuancan.provider.Providers;
import org.nuancan.provider.site.Sites;

/// Changes of providers over HTTP: name, suspension, end.
@Controller("/v1/providers/{providerId}")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "provider")
class ProviderStateController {

    /// The new name of a provider; its bank account is changed by two persons.
    ///
    /// @param version that was read
    @Introspected
    record ProviderChange(
            @NotNull @Min(1) Integer version,
            @NotBlank @Size(max = 100) @Pattern(regexp = "\\P{Cntrl}*") String name) {}

    /// @param from the first day; today: from now on
    @Introspected
    record Suspension(
            @NotNull LocalDate from,
            @NotBlank @Size(max = 200) @Pattern(regexp = "\\P{Cntrl}*") String reason) {}

    /// @param on the first day after its contract; today: from now on
    @Introspected
    record Ending(@NotNull LocalDate on) {}

    private final ProviderStateService states;
    private final Providers providers;
    private final Sites sites;
    private final Clock clock;

    ProviderStateController(
            ProviderStateService states, Providers providers, Sites sites, Clock clock) {
        this.states = states;
        this.providers = providers;
        this.sites = sites;
        this.clock = clock;
    }

    /// Renames a provider, if it has not changed since it was read.
    @Patch
    @Secured({Role.CITY_ADMIN, Role.DISTRICT_OFFICER})
    ProviderAnswer change(
            @PathVariable Id providerId, @Valid @Body ProviderChange wanted, Caller caller) {
        return changed(
                providerId,
                caller,
                () ->
                        states.rename(
                                providerId.value(),
                                wanted.version(),
                                wanted.name(),
                                caller.username()));
    }

    /// Suspends a provider: from then on no sale with subsidy (tills sell at the full price), no
    /// new order, no payment. Orders placed before are handed over with their subsidy.
    @Post("/suspend")
    @Secured(Role.DISTRICT_OFFICER)
    ProviderAnswer suspend(
            @PathVariable Id providerId, @Valid @Body Suspension wanted, Caller caller) {
        return changed(
                providerId,
                caller,
                () ->
                        states.suspend(
                                providerId.value(),
                                wanted.from(),
                                wanted.reason(),
                                caller.username()));
    }

    /// Resumes a suspended provider, from now on.
    @Post("/resume")
    @Secured(Role.DISTRICT_OFFICER)
    ProviderAnswer resume(@PathVariable Id providerId, Caller caller) {
        return changed(
                providerId, caller, () -> states.resume(providerId.value(), caller.username()));
    }

    /// Ends a provider for good: as a suspension, but the provider is still paid what it earned.
    @Post("/end")
    @Secured(Role.DISTRICT_OFFICER)
    ProviderAnswer end(@PathVariable Id providerId, @Valid @Body Ending wanted, Caller caller) {
        return changed(
                providerId,
                caller,
                () -> states.end(providerId.value(), wanted.on(), caller.username()));
    }

    private ProviderAnswer changed(Id providerId, Caller caller, Supplier<ProviderOnFile> change) {
        if (providers
                .findShown(providerId.value())
                .filter(found -> caller.covers(found.districtCode()))
                .isEmpty()) {
            throw ProblemException.of(ProblemCode.NOT_FOUND);
        }
        var after = change.get();
        // The tills of this node see it at once, those of other nodes within a second.
        sites.expire();
        return ProviderAnswer.of(after, clock.instant());
    }
}
