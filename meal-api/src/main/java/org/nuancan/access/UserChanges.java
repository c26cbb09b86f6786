package org.nuancan.access;

import io.micronaut.core.annotation.Introspected;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.nuancan.db.Transactions;
import org.nuancan.http.ProblemCode;
import org.nuancan.http.ProblemException;

/// Changes users. Nobody changes the own role or scope, and what gives power to an account waits
/// for a second person ([Confirmations]).
@Singleton
final class UserChanges {

    private final Transactions transactions;
    private final Accounts accounts;
    private final Confirmations confirmations;
    private final Passwords passwords;
    private final Revocations revocations;

    UserChanges(
            Transactions transactions,
            Accounts accounts,
            Confirmations confirmations,
            Passwords passwords,
            Revocations revocations) {
        this.transactions = transactions;
        this.accounts = accounts;
        this.confirmations = confirmations;
        this.passwords = passwords;
        this.revocations = revocations;
    }

    /// What is to change; what is empty stays.
    ///
    /// @param version that was read
    record Change(
            int version,
            Optional<String> displayName,
            Optional<String> role,
            Optional<ScopeWords> scope) {}

    /// A password that its user changes at the first sign-in.
    @Introspected
    record Reset(String username, String oneTimePassword, User user) {}

    private interface Work {
        void on(Connection connection, Account account) throws SQLException;
    }

    /// Changes name, role or scope.
    ///
    /// @throws ProblemException `STALE_VERSION` naming who changed the account since, and when;
    ///   `OWN_ACCOUNT` for another role or scope of one's own
    User change(Caller by, String username, Change change) {
        return work(
                by,
                username,
                (connection, account) -> {
                    account.requireVersion(change.version());
                    var role = change.role().orElse(account.role());
                    var words = change.scope().orElse(account.scope());
                    if (!role.equals(account.role()) || !words.equals(account.scope())) {
                        move(connection, by, account, role, words);
                    }
                    var name = change.displayName().orElse(account.displayName());
                    if (!name.equals(account.displayName())) {
                        accounts.rename(connection, account, name, by.username());
                    }
                });
    }

    private void move(
            Connection connection, Caller by, Account account, String role, ScopeWords words)
            throws SQLException {
        requireOther(by, account);
        Administration.requireFit(role, words);
        var scope = Administration.scopeWithin(connection, by, role, words);
        accounts.move(connection, account, new Accounts.Place(role, words, scope), by.username());
        settle(connection, account, role, by);
    }

    /// Nobody signs in as this user any more.
    User disable(Caller by, String username) {
        return work(
                by,
                username,
                (connection, account) -> accounts.disable(connection, account, by.username()));
    }

    /// Puts a disabled user into use again. An account with power waits for a second person, as its
    /// password may be known to those who put it into use.
    User enable(Caller by, String username) {
        return work(
                by,
                username,
                (connection, account) -> {
                    if (account.isDisabled()) {
                        requireOther(by, account);
                        accounts.enable(connection, account, by.username());
                        settle(connection, account, account.role(), by);
                    }
                });
    }

    /// Gives a one-time password; every token is void.
    Reset resetPassword(Caller by, String username) {
        var password = Passwords.oneTime();
        var hash = passwords.hash(password);
        var user =
                work(
                        by,
                        username,
                        (connection, account) -> {
                            requireOther(by, account);
                            accounts.resetSecret(connection, account, hash, by.username());
                            settle(connection, account, account.role(), by);
                        });
        return new Reset(username, password, user);
    }

    /// The account waits for a second person, if its role needs one.
    private void settle(Connection connection, Account before, String role, Caller by)
            throws SQLException {
        if (confirmations.isNeededAfterChange(connection, before, role, by.username())) {
            confirmations.suspend(connection, before.name(), by.username());
        } else if (before.isPending()) {
            confirmations.settle(connection, before.name(), "system");
        }
    }

    /// Brings a waiting account into use.
    ///
    /// @throws ProblemException `USER_SECOND_PERSON` for one of its makers and itself; `UNUSABLE`
    ///   if it is disabled
    User confirm(Caller by, String username) {
        return work(
                by,
                username,
                (connection, account) -> {
                    if (!account.isPending()) {
                        return;
                    }
                    if (by.username().equals(username)
                            || confirmations.isMaker(connection, username, by.username())) {
                        throw ProblemException.of(ProblemCode.USER_SECOND_PERSON);
                    }
                    if (account.isDisabled()) {
                        throw ProblemException.of(ProblemCode.UNUSABLE);
                    }
                    confirmations.settle(connection, username, by.username());
                    accounts.changed(connection, account, by.username(), "CONFIRMED", "");
                });
    }

    private static void requireOther(Caller by, Account account) {
        if (by.username().equals(account.name())) {
            throw ProblemException.of(ProblemCode.OWN_ACCOUNT);
        }
    }

    /// Does something to an account that the caller looks after, with the rows of both locked in
    /// the order of their names, so that two who change one another do not wait for each other.
    private User work(Caller by, String username, Work work) {
        var user =
                transactions.inOne(connection -> {
                    if (!AccountName.isPossible(username)) {
                        throw Users.unknown();
                    }
                    var locked = lock(connection, by.username(), username);
                    Users.requireInUse(of(locked, by.username()));
                    var account =
                            of(locked, username)
                                    .filter(found -> !found.isTerminal())
                                    .orElseThrow(Users::unknown);
                    Administration.requireCovered(connection, by, account);
                    work.on(connection, account);
                    return User.of(accounts.find(connection, username).orElseThrow());
                });
        revocations.tell();
        return user;
    }

    private List<Account> lock(Connection connection, String one, String other)
            throws SQLException {
        var found = new ArrayList<Account>();
        for (var name : new TreeSet<>(List.of(one, other))) {
            accounts.lock(connection, name).ifPresent(found::add);
        }
        return found;
    }

    private static Optional<Account> of(List<Account> accounts, String name) {
        return accounts.stream().filter(account -> account.name().equals(name)).findFirst();
    }
}
