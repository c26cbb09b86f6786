package org.nuancan.access;

import jakarta.inject.Singleton;
import org.nuancan.access.SignInAttempts.Claim;
import org.nuancan.access.SignInAttempts.Door;
import org.nuancan.db.Transactions;
import org.nuancan.http.ProblemCode;
import org.nuancan.http.ProblemException;

/// Lets users change their own password.
@Singleton
final class PasswordChanges {

    private final Transactions transactions;
    private final Accounts accounts;
    private final Passwords passwords;
    private final SessionService sessions;
    private final SignInAttempts attempts;
    private final Revocations revocations;

    PasswordChanges(
            Transactions transactions,
            Accounts accounts,
            Passwords passwords,
            SessionService sessions,
            SignInAttempts attempts,
            Revocations revocations) {
        this.transactions = transactions;
        this.accounts = accounts;
        this.passwords = passwords;
        this.sessions = sessions;
        this.attempts = attempts;
        this.revocations = revocations;
    }

    /// Every earlier token is void afterwards.
    ///
    /// @return a new sign-in
    Session change(Caller caller, String present, String next, String address) {
        PasswordRule.require("/newPassword", caller.username(), next);
        if (next.equals(present)) {
            throw PasswordRule.refused("/newPassword", PasswordRule.Fault.UNCHANGED);
        }
        var account =
                transactions
                        .reading(connection -> accounts.find(connection, caller.username()))
                        .orElseThrow(PasswordChanges::gone);
        if (!attempts.judge(
                new Claim(Door.SIGN_IN, caller.username(), address),
                () -> passwords.fits(present, account.secretHash()),
                fits -> fits)) {
            throw ProblemException.of(ProblemCode.PASSWORD_WRONG);
        }
        var hash = passwords.hash(next);
        var session =
                transactions.inOne(connection -> {
                    var locked =
                            accounts.lock(connection, account.name())
                                    .filter(now -> now.epoch() == account.epoch())
                                    .orElseThrow(PasswordChanges::gone);
                    accounts.changeSecret(connection, locked, hash);
                    var changed =
                            accounts.find(connection, account.name())
                                    .orElseThrow(PasswordChanges::gone);
                    return sessions.begin(CallerClaims.of(connection, changed));
                });
        revocations.tell();
        return session;
    }

    private static ProblemException gone() {
        return ProblemException.of(ProblemCode.UNAUTHENTICATED);
    }
}
