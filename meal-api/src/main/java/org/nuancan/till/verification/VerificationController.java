package org.nuancan.till.verification;

import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Status;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import org.nuancan.access.Caller;
import org.nuancan.access.Role;
import org.nuancan.day.BusinessDay;
import org.nuancan.db.Transactions;
import org.nuancan.elder.Presented;
import org.nuancan.elder.lookup.Credentials;
import org.nuancan.elder.lookup.Elders;
import org.nuancan.till.Eater;
import org.nuancan.till.TillSite;
import org.nuancan.till.TillSites;

/// Verifies credentials.
@Controller("/v1/pos/verifications")
@Secured(Role.POS_TERMINAL)
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "till")
class VerificationController {

    private final Transactions transactions;
    private final TillSites sites;
    private final Credentials credentials;
    private final Elders elders;
    private final Clock clock;

    VerificationController(
            Transactions transactions,
            TillSites sites,
            Credentials credentials,
            Elders elders,
            Clock clock) {
        this.transactions = transactions;
        this.sites = sites;
        this.credentials = credentials;
        this.elders = elders;
        this.clock = clock;
    }

    /// Finds the owner of a credential, and whether it is usable. A code that is verified in time
    /// stays valid for this terminal for five minutes.
    @Post
    @Status(HttpStatus.OK)
    Verification verify(@Body @Valid VerificationBody body, Caller caller) {
        var till = sites.of(caller);
        return transactions.inOne(_ -> verify(till, body));
    }

    private Verification verify(TillSite till, VerificationBody body) {
        var now = clock.instant();
        var credential = body.credential().credential();
        return switch (credentials.check(credential, till.terminal(), now)) {
            case Presented.Unusable(var reason) -> new Verification(false, reason, null, List.of());
            case Presented.Usable usable -> {
                if (usable.codeId().isPresent()) {
                    credentials.keepForTerminal(usable.codeId().get(), till.terminal(), now);
                }
                yield usable(usable);
            }
        };
    }

    private Verification usable(Presented.Usable usable) {
        var today = BusinessDay.today(clock).date();
        var found = elders.forMeal(List.of(usable.elderId()), today);
        var elder = Objects.requireNonNull(found.get(usable.elderId()));
        return new Verification(
                true, null, Eater.of(elder), credentials.alerts(usable, elder, today));
    }
}
