package org.nuancan.access;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.nuancan.db.Transactions;
import org.nuancan.http.ProblemCode;
import org.nuancan.http.ProblemException;

/// Tells callers who they are.
@Controller("/v1/me")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "Signing in")
class MeController {

    private final Transactions transactions;
    private final Accounts accounts;
    private final RoleOperations operations;

    MeController(Transactions transactions, Accounts accounts, RoleOperations operations) {
        this.transactions = transactions;
        this.accounts = accounts;
        this.operations = operations;
    }

    /// The caller.
    ///
    /// @param operations what the role may do, as `GET /v1/users`
    @Introspected
    record Me(
            String username,
            String displayName,
            String role,
            NamedScope scope,
            List<String> operations) {}

    /// A scope with the names of what it covers; what does not apply is null.
    @Introspected
    record NamedScope(
            @Nullable String districtCode,
            @Nullable String districtName,
            @Nullable String streetCode,
            @Nullable String streetName,
            @Nullable String providerId,
            @Nullable String providerName,
            @Nullable String siteId,
            @Nullable String siteName) {}

    /// Who calls.
    @Get
    @Secured(SecurityRule.IS_AUTHENTICATED)
    @Operation(summary = "The own name, role, scope with its names, and what the role may do")
    Me me(Caller caller) {
        return transactions.reading(connection -> {
            var account =
                    accounts.find(connection, caller.username())
                            .orElseThrow(() -> ProblemException.of(ProblemCode.UNAUTHENTICATED));
            return new Me(
                    caller.username(),
                    account.displayName(),
                    caller.role(),
                    Belongings.named(connection, caller.scope()),
                    operations.of(caller.role()));
        });
    }
}
