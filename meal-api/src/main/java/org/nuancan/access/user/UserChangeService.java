package org.nuancan.access.user;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.nuancan.access.Account;
import org.nuancan.access.AccountName;
import org.nuancan.access.AccountState;
import org.nuancan.access.Administration;
import org.nuancan.access.Caller;
import org.nuancan.access.ScopeWords;
import org.nuancan.access.account.AccountService;
import org.nuancan.access.account.ConfirmationService;
import org.nuancan.access.account.ScopeService;
import org.nuancan.access.password.Passwords;
import org.nuancan.access.revocation.Revocations;
import org.nuancan.audit.FieldChange;
import org.nuancan.http.problem.ProblemCode;
import org.nuancan.http.problem.ProblemException;

/// Changes users. Users do not change their own role or scope. A change that gives power to an
/// account waits for a second person ([ConfirmationService]).
@Singleton
class UserChangeService {

    private final AccountService accounts;
    private final ConfirmationService confirmations;
    private final ScopeService scopes;
    private final Passwords passwords;
    private final Revocations revocations;

    UserChangeService(
            AccountService accounts,
            ConfirmationService confirmations,
            ScopeService scopes,
            Passwords passwords,
            Revocations revocations) {
        this.accounts = accounts;
        this.confirmations = confirmations;
        this.scopes = scopes;
        this.passwords = passwords;
        this.revocations = revocations;
    }

    /// The new values; an empty value leaves the field unchanged.
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

    /// Changes name, role or scope.
    ///
    /// @throws ProblemException `STALE_VERSION` with the person who changed the account since, and
    ///   the time; `OWN_ACCOUNT` for another role or scope of one's own
    User change(Caller by, String username, Change change) {
        return work(
                by,
                username,
                account -> {
                    account.requireVersion(change.version());
                    var role = change.role().orElse(account.role());
                    var words = change.scope().orElse(account.scope());
                    if (!role.equals(account.role()) || !words.equals(account.scope())) {
                        move(by, account, role, words);
                    }
                    var name = change.displayName().orElse(account.displayName());
                    if (!name.equals(account.displayName())) {
                        accounts.rename(account, name, by.username());
                    }
                });
    }

    private void move(Caller by, Account account, String role, ScopeWords words) {
        requireOther(by, account);
        Administration.requireFit(role, words);
        var scope = scopes.find(words).orElseThrow(UserService::unknown);
        Administration.requireCovered(by, role, scope);
        accounts.move(account, new AccountService.Place(role, words, scope), by.username());
        settle(account, role, by);
    }

    /// Disables a user: the user cannot sign in any more, and every token is void.
    User disable(Caller by, String username) {
        return work(by, username, account -> accounts.disable(account, by.username()));
    }

    /// Enables a disabled user. An account with power then waits for a second person, as the person
    /// who enables it may know its password.
    User enable(Caller by, String username) {
        return work(
                by,
                username,
                account -> {
                    if (account.isDisabled()) {
                        requireOther(by, account);
                        accounts.enable(account, by.username());
                        settle(account, account.role(), by);
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
                        account -> {
                            requireOther(by, account);
                            accounts.resetSecret(account, hash, by.username());
                            settle(account, account.role(), by);
                        });
        return new Reset(username, password, user);
    }

    /// Lets the account wait for a second person, if its role needs one.
    private void settle(Account before, String role, Caller by) {
        if (confirmations.isNeededAfterChange(before, role, by.username())) {
            confirmations.suspend(before.name(), by.username());
        } else if (before.isPending()) {
            confirmations.settle(before.name(), "system");
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
                account -> {
                    if (!account.isPending()) {
                        return;
                    }
                    if (by.username().equals(username)
                            || confirmations.isMaker(username, by.username())) {
                        throw ProblemException.of(ProblemCode.USER_SECOND_PERSON);
                    }
                    if (account.isDisabled()) {
                        throw ProblemException.of(ProblemCode.UNUSABLE);
                    }
                    confirmations.settle(username, by.username());
                    accounts.recordChange(
                            account,
                            by.username(),
                            "CONFIRMED",
                            "",
                            List.of(
                                    new FieldChange(
                                            "state",
                                            AccountState.PENDING.name(),
                                            AccountState.ACTIVE.name())));
                });
    }

    private static void requireOther(Caller by, Account account) {
        if (by.username().equals(account.name())) {
            throw ProblemException.of(ProblemCode.OWN_ACCOUNT);
        }
    }

    private User work(Caller by, String username, Consumer<Account> work) {
        var user = workLocked(by, username, work);
        revocations.tell();
        return user;
    }

    /// Runs a change of an account that the caller administers. Locks the rows of both in the order
    /// of their names, so that two users who change each other do not deadlock.
    @Transactional
    User workLocked(Caller by, String username, Consumer<Account> work) {
        if (!AccountName.isPossible(username)) {
            throw UserService.unknown();
        }
        var locked = lock(by.username(), username);
        UserService.requireInUse(of(locked, by.username()));
        var account =
                of(locked, username)
                        .filter(found -> !found.isTerminal())
                        .orElseThrow(UserService::unknown);
        requireCovered(by, account);
        work.accept(account);
        return User.of(accounts.find(username).orElseThrow());
    }

    private void requireCovered(Caller by, Account account) {
        var scope = scopes.find(account.scope());
        if (scope.filter(found -> Administration.covers(by, account.role(), found)).isEmpty()) {
            throw UserService.unknown();
        }
    }

    private List<Account> lock(String one, String other) {
        var found = new ArrayList<Account>();
        for (var name : new TreeSet<>(List.of(one, other))) {
            accounts.lock(name).ifPresent(found::add);
        }
        return found;
    }

    private static Optional<Account> of(List<Account> accounts, String name) {
        return accounts.stream().filter(account -> account.name().equals(name)).findFirst();
    }
}
