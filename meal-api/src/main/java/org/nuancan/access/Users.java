package org.nuancan.access;

import io.micronaut.context.env.Environment;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.nuancan.db.DatabaseFailure;
import org.nuancan.db.Sql;
import org.nuancan.db.Transactions;
import org.nuancan.http.ProblemCode;
import org.nuancan.http.ProblemException;

/// The people who may sign in: making and finding them. [UserChanges] changes them.
@Singleton
public final class Users {

    private static final Caller SYSTEM = new Caller("system", Role.CITY_ADMIN, new Scope.City());

    private final Transactions transactions;
    private final Accounts accounts;
    private final Confirmations confirmations;
    private final Passwords passwords;
    private final Environment environment;

    Users(
            Transactions transactions,
            Accounts accounts,
            Confirmations confirmations,
            Passwords passwords,
            Environment environment) {
        this.transactions = transactions;
        this.accounts = accounts;
        this.confirmations = confirmations;
        this.passwords = passwords;
        this.environment = environment;
    }

    /// Makes a user without asking who may, how good the password is, and for a second person; for
    /// the demo and tests.
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

    /// A user to be.
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
            return transactions.inOne(connection -> insert(connection, by, user, hash));
        } catch (DatabaseFailure failure) {
            if (failure.kind() == DatabaseFailure.Kind.DUPLICATE) {
                throw ProblemException.of(ProblemCode.USER_EXISTS);
            }
            throw failure;
        }
    }

    private User insert(Connection connection, Caller by, NewUser user, String hash)
            throws SQLException {
        if (!by.equals(SYSTEM)) {
            requireInUse(accounts.lock(connection, by.username()));
        }
        var scope = Administration.scopeWithin(connection, by, user.role(), user.scope());
        var isPending = !by.equals(SYSTEM) && confirmations.isNeededForNew(connection, user.role());
        accounts.insert(
                connection,
                new Accounts.NewAccount(
                        user.username(),
                        user.displayName(),
                        user.role(),
                        user.scope(),
                        hash,
                        isPending),
                scope,
                by.username());
        if (isPending) {
            confirmations.addMaker(connection, user.username(), by.username());
        }
        return User.of(accounts.find(connection, user.username()).orElseThrow());
    }

    /// The account of the caller, who may have lost it since the token was issued.
    static void requireInUse(Optional<Account> caller) {
        if (caller.filter(found -> found.state() == AccountState.ACTIVE).isEmpty()) {
            throw ProblemException.of(ProblemCode.UNAUTHENTICATED);
        }
    }

    User find(Caller by, String username) {
        if (!AccountName.isPossible(username)) {
            throw unknown();
        }
        return transactions.reading(connection -> {
            var account =
                    accounts.find(connection, username)
                            .filter(found -> !found.isTerminal())
                            .orElseThrow(Users::unknown);
            var scope = Belongings.scope(connection, account.scope());
            if (scope.filter(found -> Administration.shows(by, account.role(), found)).isEmpty()) {
                throw unknown();
            }
            return User.of(account);
        });
    }

    static ProblemException unknown() {
        return ProblemException.of(ProblemCode.NOT_FOUND);
    }

    /// The display names of users; a name that is no user's is left out.
    public Map<String, String> displayNames(Collection<String> usernames) {
        return transactions.reading(connection -> {
            var found = new HashMap<String, String>();
            Sql.on(connection, "select name, display_name from account where name in (??)")
                    .withAll(usernames)
                    .each(row -> found.put(row.text("name"), row.text("display_name")));
            return Map.copyOf(found);
        });
    }

    /// Whether anybody has an account yet.
    boolean isAnybodyThere() {
        return transactions.reading(
                connection -> Sql.on(connection, "select name from account limit 1").exists());
    }

    /// Whether there is such a user.
    public boolean exists(String username) {
        return transactions
                .<Optional<Account>>reading(connection -> accounts.find(connection, username))
                .isPresent();
    }
}
