package org.nuancan.access.user;

import io.micronaut.context.env.Environment;
import io.micronaut.transaction.annotation.ReadOnly;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.nuancan.access.Account;
import org.nuancan.access.AccountName;
import org.nuancan.access.AccountState;
import org.nuancan.access.Administration;
import org.nuancan.access.Caller;
import org.nuancan.access.NewAccount;
import org.nuancan.access.Role;
import org.nuancan.access.Scope;
import org.nuancan.access.ScopeWords;
import org.nuancan.access.account.AccountRepository;
import org.nuancan.access.account.AccountRepository.DisplayName;
import org.nuancan.access.account.AccountService;
import org.nuancan.access.account.ConfirmationService;
import org.nuancan.access.account.ScopeService;
import org.nuancan.access.password.PasswordRule;
import org.nuancan.access.password.Passwords;
import org.nuancan.db.DatabaseFailure;
import org.nuancan.db.InList;
import org.nuancan.http.problem.ProblemCode;
import org.nuancan.http.problem.ProblemException;

/// Makes and finds users. [UserChangeService] changes them.
@Singleton
public class UserService {

    private static final Caller SYSTEM = new Caller("system", Role.CITY_ADMIN, new Scope.City());

    private final AccountRepository repository;
    private final AccountService accounts;
    private final ConfirmationService confirmations;
    private final ScopeService scopes;
    private final Passwords passwords;
    private final Environment environment;

    UserService(
            AccountRepository repository,
            AccountService accounts,
            ConfirmationService confirmations,
            ScopeService scopes,
            Passwords passwords,
            Environment environment) {
        this.repository = repository;
        this.accounts = accounts;
        this.confirmations = confirmations;
        this.scopes = scopes;
        this.passwords = passwords;
        this.environment = environment;
    }

    /// Makes a user without the checks of the maker's rights, of the password and for a second
    /// person; for the demo and tests.
    ///
    /// @param role one of [Role], not a terminal's
    /// @param scope of the kind that the role has; what it names is on file
    /// @throws ProblemException `USER_EXISTS` if the name is taken
    /// @throws IllegalStateException outside the environments `embedded` and `test`
    public void create(String username, String password, String role, ScopeWords scope) {
        var names = environment.getActiveNames();
        if (!names.contains("embedded") && !names.contains("test")) {
            throw new IllegalStateException("a user with any password is for demos and tests");
        }
        var _ = insert(SYSTEM, new NewUser(username, username, password, role, scope));
    }

    /// Makes the first CITY_ADMIN.
    ///
    /// @throws IllegalStateException if the password breaks the [PasswordRule]
    void createFirst(String username, String password) {
        var fault = PasswordRule.faultOf(username, password);
        if (fault.isPresent()) {
            throw new IllegalStateException(
                    "NUANCAN_FIRST_ADMINISTRATOR_PASSWORD is refused: " + fault.get());
        }
        var _ =
                insert(
                        SYSTEM,
                        new NewUser(
                                username, username, password, Role.CITY_ADMIN, ScopeWords.city()));
    }

    /// A user to make.
    record NewUser(
            String username, String displayName, String password, String role, ScopeWords scope) {}

    User create(Caller by, NewUser user) {
        PasswordRule.require("/password", user.username(), user.password());
        return insert(by, user);
    }

    private User insert(Caller by, NewUser user) {
        Administration.requireFit(user.role(), user.scope());
        var hash = passwords.hash(user.password());
        try {
            return insert(by, user, hash);
        } catch (DatabaseFailure failure) {
            if (failure.kind() == DatabaseFailure.Kind.DUPLICATE) {
                throw ProblemException.of(ProblemCode.USER_EXISTS);
            }
            throw failure;
        }
    }

    @Transactional
    User insert(Caller by, NewUser user, String hash) {
        if (!by.equals(SYSTEM)) {
            requireInUse(accounts.lock(by.username()));
        }
        var scope = scopes.find(user.scope()).orElseThrow(UserService::unknown);
        Administration.requireCovered(by, user.role(), scope);
        var isPending = !by.equals(SYSTEM) && confirmations.isNeededForNew(user.role());
        accounts.create(
                new NewAccount(
                        user.username(),
                        user.displayName(),
                        user.role(),
                        user.scope(),
                        Optional.of(hash),
                        isPending),
                scope,
                by.username());
        if (isPending) {
            confirmations.addMaker(user.username(), by.username());
        }
        return User.of(accounts.find(user.username()).orElseThrow());
    }

    /// Refuses a caller whose account is not active, as it may have ended since the token was
    /// issued.
    static void requireInUse(Optional<Account> caller) {
        if (caller.filter(found -> found.state() == AccountState.ACTIVE).isEmpty()) {
            throw ProblemException.of(ProblemCode.UNAUTHENTICATED);
        }
    }

    @ReadOnly
    User find(Caller by, String username) {
        if (!AccountName.isPossible(username)) {
            throw unknown();
        }
        var account =
                accounts.find(username)
                        .filter(found -> !found.isTerminal())
                        .orElseThrow(UserService::unknown);
        return scopes.find(account.scope())
                .filter(scope -> Administration.shows(by, account.role(), scope))
                .map(_ -> User.of(account))
                .orElseThrow(UserService::unknown);
    }

    static ProblemException unknown() {
        return ProblemException.of(ProblemCode.NOT_FOUND);
    }

    /// The display names of users; a name without a user is left out.
    @ReadOnly
    public Map<String, String> displayNames(Collection<String> usernames) {
        if (usernames.isEmpty()) {
            return Map.of();
        }
        return repository.findDisplayNames(InList.of(usernames)).stream()
                .collect(Collectors.toUnmodifiableMap(DisplayName::name, DisplayName::displayName));
    }

    /// Whether there is an account already.
    @ReadOnly
    boolean hasAccounts() {
        return repository.findAny().isPresent();
    }

    /// Whether there is such a user.
    @ReadOnly
    public boolean exists(String username) {
        return accounts.find(username).isPresent();
    }
}
