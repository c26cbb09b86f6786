package org.nuancan.provider.account;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.nuancan.access.Caller;
import org.nuancan.access.Role;
import org.nuancan.access.Scope;
import org.nuancan.http.idempotency.Answer;
import org.nuancan.http.idempotency.IdempotencyKey;
import org.nuancan.http.idempotency.IdempotencyKeys;
import org.nuancan.http.problem.ProblemCode;
import org.nuancan.http.problem.ProblemException;
import org.nuancan.http.text.Id;
import org.nuancan.provider.BankAccount;
import org.nuancan.provider.NewProvider;
import org.nuancan.provider.Providers;

/// Changes of providers' bank accounts, over HTTP.
@Controller("/v1/providers/{providerId}/bank-account-changes")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "provider")
class AccountChangeController {

    /// A change; the account's number is masked.
    ///
    /// @param goodFrom time from which payments go to it; null while it waits for a second person
    @Introspected
    record ChangeAnswer(
            Id changeId,
            Id providerId,
            BankAccount bankAccount,
            AccountChange.State state,
            String askedBy,
            Instant askedAt,
            @Nullable String confirmedBy,
            @Nullable Instant goodFrom,
            @Nullable String withdrawnBy) {

        static ChangeAnswer of(AccountChange change, Instant now) {
            return new ChangeAnswer(
                    new Id(change.changeId()),
                    new Id(change.providerId()),
                    change.account().masked(),
                    change.state(now),
                    change.askedBy(),
                    change.askedAt(),
                    change.confirmedBy().orElse(null),
                    change.goodFrom().orElse(null),
                    change.withdrawnBy().orElse(null));
        }
    }

    /// All changes of a provider.
    @Introspected
    record ChangesAnswer(List<ChangeAnswer> items) {}

    private final IdempotencyKeys keys;
    private final Providers providers;
    private final AccountChanges changes;
    private final Clock clock;

    AccountChangeController(
            IdempotencyKeys keys, Providers providers, AccountChanges changes, Clock clock) {
        this.keys = keys;
        this.providers = providers;
        this.changes = changes;
        this.clock = clock;
    }

    /// Requests another account. The change takes effect only after another person has confirmed it
    /// and 24 hours have passed.
    @Post
    @Secured({Role.CITY_ADMIN, Role.DISTRICT_OFFICER, Role.PROVIDER_MANAGER})
    @ApiResponse(
            responseCode = "201",
            description = "Waits for a second person.",
            useReturnTypeSchema = true)
    HttpResponse<ChangeAnswer> ask(
            @PathVariable Id providerId,
            IdempotencyKey key,
            @Valid @Body NewProvider.Account wanted,
            Caller caller) {
        check(providerId, caller);
        return keys.once(
                key,
                wanted,
                _ ->
                        Answer.created(
                                ChangeAnswer.of(
                                        changes.ask(
                                                providerId.value(),
                                                wanted.account(),
                                                caller.username()),
                                        clock.instant())));
    }

    /// Confirms a change that another person requested: it takes effect in 24 hours.
    @Post("/{changeId}/confirm")
    @Secured({Role.CITY_ADMIN, Role.DISTRICT_OFFICER})
    ChangeAnswer confirm(@PathVariable Id providerId, @PathVariable Id changeId, Caller caller) {
        check(providerId, caller);
        var change = changes.confirm(providerId.value(), changeId.value(), caller.username());
        return ChangeAnswer.of(change, clock.instant());
    }

    /// Withdraws a change that is not in force yet.
    @Post("/{changeId}/withdraw")
    @Secured({Role.CITY_ADMIN, Role.DISTRICT_OFFICER, Role.PROVIDER_MANAGER})
    ChangeAnswer withdraw(@PathVariable Id providerId, @PathVariable Id changeId, Caller caller) {
        check(providerId, caller);
        var change = changes.withdraw(providerId.value(), changeId.value(), caller.username());
        return ChangeAnswer.of(change, clock.instant());
    }

    /// All changes of a provider's account, oldest first.
    @Get
    @Secured({
        Role.CITY_ADMIN,
        Role.DISTRICT_OFFICER,
        Role.DISTRICT_FINANCE,
        Role.PROVIDER_MANAGER,
        Role.AUDITOR
    })
    ChangesAnswer all(@PathVariable Id providerId, Caller caller) {
        check(providerId, caller);
        var found = changes.list(providerId.value());
        return new ChangesAnswer(
                found.stream().map(one -> ChangeAnswer.of(one, clock.instant())).toList());
    }

    /// @throws ProblemException `NOT_FOUND` if it does not exist or is not the caller's
    private void check(Id providerId, Caller caller) {
        var own =
                providers
                        .find(providerId.value())
                        .filter(provider ->
                                caller.scope() instanceof Scope.OfProvider(var id, _)
                                        ? id == provider.providerId()
                                        : caller.covers(provider.districtCode()));
        if (own.isEmpty()) {
            throw ProblemException.of(ProblemCode.NOT_FOUND);
        }
    }
}
