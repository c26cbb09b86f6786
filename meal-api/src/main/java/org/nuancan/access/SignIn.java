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
    private final Throttle throttle;
    private final Revocations revocations;
    private final AccountAudit audit;

    SignIn(
            Transactions transactions,
            Accounts accounts,
            Passwords passwords,
            Sessions sessions,
            Throttle throttle,
            Revocations revocations,
            AccountAudit audit) {
        this.transactions = transactions;
        this.accounts = accounts;
        this.passwords = passwords;
        this.sessions = sessions;
        this.throttle = throttle;
        this.revocations = revocations;
        this.audit = audit;
    }

    Session with(String name, String secret, String address) {
        var account = find(name);
        // The secret is compared outside the transaction: it takes long, on purpose.
        if (!passwords.fits(secret, account.flatMap(Account::secretHash))
                || account.isEmpty()
                || account.get().isDisabled()) {
            audit.refused(account.map(Account::name));
            throw throttle.failed(name, address, ProblemCode.INVALID_CREDENTIALS);
        }
        var known = account.get();
        return transactions.inOne(connection -> {
            audit.signedIn(connection, name);
            return sessions.begin(connection, known);
        });
    }

    private Optional<Account> find(String name) {
        // What is no name of ours is not asked for: its letters may not fit the column's.
        return NAMES.matcher(name).matches()
                ? transactions.reading(connection -> accounts.find(connection, name))
                : Optional.empty();
    }

    Session changePassword(Caller caller, String present, String next, String address) {
        var account = find(caller.username()).orElseThrow(SignIn::gone);
        if (!passwords.fits(present, account.secretHash())) {
            throw throttle.failed(caller.username(), address, ProblemCode.PASSWORD_WRONG);
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
