package org.nuancan.access;

import io.micronaut.security.authentication.Authentication;
import jakarta.inject.Singleton;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.nuancan.db.Transactions;
import org.nuancan.http.ProblemCode;
import org.nuancan.http.ProblemException;

/// Turns a name and a secret into a sign-in.
@Singleton
final class SignIn {

    static final String NAME = "[0-9A-Za-z][0-9A-Za-z._@-]{0,63}";

    /// A name that a person may be given: not an ID number, which terminals' ids look like.
    static final String NEW_NAME = "(?!\\d{17}[0-9Xx]$)" + NAME;

    private static final Pattern NAMES = Pattern.compile(NAME);

    private final Transactions transactions;
    private final Accounts accounts;
    private final Passwords passwords;
    private final Sessions sessions;
    private final SignInAttempts attempts;
    private final Revocations revocations;
    private final AccountAudit audit;

    SignIn(
            Transactions transactions,
            Accounts accounts,
            Passwords passwords,
            Sessions sessions,
            SignInAttempts attempts,
            Revocations revocations,
            AccountAudit audit) {
        this.transactions = transactions;
        this.accounts = accounts;
        this.passwords = passwords;
        this.sessions = sessions;
        this.attempts = attempts;
        this.revocations = revocations;
        this.audit = audit;
    }

    /// @param fits whether the secret is the account's
    private record Judged(Optional<Account> account, boolean fits) {

        private boolean isRight() {
            return fits && account.filter(found -> !found.isDisabled()).isPresent();
        }
    }

    Session with(String name, String secret, String address) {
        var claim = new SignInAttempts.Claim(SignInAttempts.Door.SIGN_IN, name, address);
        var judged = attempts.judge(claim, () -> judge(name, secret), Judged::isRight);
        if (!judged.isRight()) {
            audit.refused(judged.account().map(Account::name));
            throw ProblemException.of(ProblemCode.INVALID_CREDENTIALS);
        }
        var known = judged.account().orElseThrow();
        if (known.isPending()) {
            audit.refused(Optional.of(name));
            throw ProblemException.of(ProblemCode.ACCOUNT_PENDING);
        }
        return transactions.inOne(connection -> {
            audit.signedIn(name);
            attempts.remember(connection, claim);
            return sessions.begin(connection, known);
        });
    }

    private Judged judge(String name, String secret) {
        var account = find(name);
        return new Judged(account, passwords.fits(secret, account.flatMap(Account::secretHash)));
    }

    /// Whether an account could have this name.
    static boolean isName(String name) {
        return NAMES.matcher(name).matches();
    }

    private Optional<Account> find(String name) {
        // What is no name of ours is not asked for: its letters may not fit the column's.
        return isName(name)
                ? transactions.reading(connection -> accounts.find(connection, name))
                : Optional.empty();
    }

    Session changePassword(Caller caller, String present, String next, String address) {
        PasswordRule.require("/newPassword", caller.username(), next);
        if (next.equals(present)) {
            throw PasswordRule.refused("/newPassword", PasswordRule.Fault.UNCHANGED);
        }
        var claim =
                new SignInAttempts.Claim(SignInAttempts.Door.SIGN_IN, caller.username(), address);
        var account = find(caller.username()).orElseThrow(SignIn::gone);
        if (!attempts.judge(
                claim, () -> passwords.fits(present, account.secretHash()), fits -> fits)) {
            throw ProblemException.of(ProblemCode.PASSWORD_WRONG);
        }
        var hash = passwords.hash(next);
        var session =
                transactions.inOne(connection -> {
                    var locked =
                            accounts.lock(connection, account.name())
                                    .filter(now -> now.epoch() == account.epoch())
                                    .orElseThrow(SignIn::gone);
                    accounts.changeSecret(connection, locked, hash);
                    return sessions.begin(
                            connection,
                            accounts.find(connection, account.name()).orElseThrow(SignIn::gone));
                });
        revocations.tell();
        return session;
    }

    private static ProblemException gone() {
        return ProblemException.of(ProblemCode.UNAUTHENTICATED);
    }

    static long familyOf(Authentication authentication) {
        return (Long) Objects.requireNonNull(authentication.getAttributes().get(TokenCheck.FAMILY));
    }
}
