package org.nuancan.access.session;

import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import org.nuancan.access.Account;
import org.nuancan.access.Caller;
import org.nuancan.access.CallerClaims;
import org.nuancan.access.account.AccountService;
import org.nuancan.access.account.ScopeService;
import org.nuancan.access.attempt.SignInAttempts;
import org.nuancan.access.attempt.SignInAttempts.Claim;
import org.nuancan.access.attempt.SignInAttempts.Door;
import org.nuancan.access.password.PasswordRule;
import org.nuancan.access.password.Passwords;
import org.nuancan.access.revocation.Revocations;
import org.nuancan.http.problem.ProblemCode;
import org.nuancan.http.problem.ProblemException;

/// Lets users change their own password.
@Singleton
class PasswordChangeService {

    private final AccountService accounts;
    private final ScopeService scopes;
    private final Passwords passwords;
    private final SessionService sessions;
    private final SignInAttempts attempts;
    private final Revocations revocations;

    PasswordChangeService(
            AccountService accounts,
            ScopeService scopes,
            Passwords passwords,
            SessionService sessions,
            SignInAttempts attempts,
            Revocations revocations) {
        this.accounts = accounts;
        this.scopes = scopes;
        this.passwords = passwords;
        this.sessions = sessions;
        this.attempts = attempts;
        this.revocations = revocations;
    }

    /// Changes a password; every earlier token is void afterwards.
    ///
    /// @return a new sign-in
    Session change(Caller caller, String present, String next, String address) {
        PasswordRule.require("/newPassword", caller.username(), next);
        if (next.equals(present)) {
            throw PasswordRule.refused("/newPassword", PasswordRule.Fault.UNCHANGED);
        }
        var account = accounts.find(caller.username()).orElseThrow(PasswordChangeService::gone);
        if (!attempts.judge(
                new Claim(Door.SIGN_IN, caller.username(), address),
                () -> passwords.fits(present, account.secretHash()),
                fits -> fits)) {
            throw ProblemException.of(ProblemCode.PASSWORD_WRONG);
        }
        var session = replace(account, passwords.hash(next));
        revocations.tell();
        return session;
    }

    /// @param before the account as it was checked; its tokens must not have ended since
    @Transactional
    Session replace(Account before, String secretHash) {
        var locked =
                accounts.lock(before.name())
                        .filter(now -> now.epoch() == before.epoch())
                        .orElseThrow(PasswordChangeService::gone);
        accounts.changeSecret(locked, secretHash);
        var changed = accounts.find(before.name()).orElseThrow(PasswordChangeService::gone);
        return sessions.begin(CallerClaims.of(changed, scopes.of(changed)));
    }

    private static ProblemException gone() {
        return ProblemException.of(ProblemCode.UNAUTHENTICATED);
    }
}
