package org.nuancan.access;

import io.micronaut.transaction.annotation.ReadOnly;
import jakarta.inject.Singleton;
import org.nuancan.access.MeController.Me;
import org.nuancan.http.ProblemCode;
import org.nuancan.http.ProblemException;

/// Finds the account and the scope of a caller.
@Singleton
class MeService {

    private final AccountService accounts;
    private final ScopeService scopes;
    private final RoleOperations operations;

    MeService(AccountService accounts, ScopeService scopes, RoleOperations operations) {
        this.accounts = accounts;
        this.scopes = scopes;
        this.operations = operations;
    }

    /// @throws ProblemException `UNAUTHENTICATED` if the caller's account is not on file
    @ReadOnly
    Me find(Caller caller) {
        var account =
                accounts.find(caller.username())
                        .orElseThrow(() -> ProblemException.of(ProblemCode.UNAUTHENTICATED));
        return new Me(
                caller.username(),
                account.displayName(),
                caller.role(),
                scopes.named(caller.scope()),
                operations.of(caller.role()));
    }
}
