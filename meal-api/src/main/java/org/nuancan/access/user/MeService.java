package org.nuancan.access.user;

import io.micronaut.transaction.annotation.ReadOnly;
import jakarta.inject.Singleton;
import org.nuancan.access.Caller;
import org.nuancan.access.account.AccountService;
import org.nuancan.access.account.ScopeService;
import org.nuancan.access.user.MeController.Me;
import org.nuancan.http.problem.ProblemCode;
import org.nuancan.http.problem.ProblemException;

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
