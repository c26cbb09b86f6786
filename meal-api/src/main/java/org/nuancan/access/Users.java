package org.nuancan.access;

import io.micronaut.context.env.Environment;
import io.micronaut.core.annotation.Introspected;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.nuancan.db.DatabaseFailure;
import org.nuancan.db.Sql;
import org.nuancan.db.Transactions;
import org.nuancan.http.Cursor;
import org.nuancan.http.Page;
import org.nuancan.http.Paging;
import org.nuancan.http.ProblemCode;
import org.nuancan.http.ProblemException;

/// The people who may sign in.
@Singleton
public final class Users {

    /// A user as shown: never a password.
    ///
    /// @param disabledAt null while the user may sign in
    @Introspected
    public record User(
            String username,
            String role,
            ScopeWords scope,
            boolean disabled,
            @Nullable Instant disabledAt,
            Instant createdAt,
            String createdBy) {

        private static User of(Account account) {
            return new User(
                    account.name(),
                    account.role(),
                    account.scope(),
                    account.isDisabled(),
                    account.disabledAt().orElse(null),
                    account.createdAt(),
                    account.createdBy());
        }
    }

    private static final Caller SYSTEM = new Caller("system", Role.CITY_ADMIN, new Scope.City());

    private final Transactions transactions;
    private final Accounts accounts;
    private final Passwords passwords;
    private final Revocations revocations;
    private final Environment environment;

    Users(
            Transactions transactions,
            Accounts accounts,
            Passwords passwords,
            Revocations revocations,
            Environment environment) {
        this.transactions = transactions;
        this.accounts = accounts;
        this.passwords = passwords;
        this.revocations = revocations;
        this.environment = environment;
    }

    /// Makes a user without asking who may and how good the password is; for the demo and tests.
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
        var _ = insert(SYSTEM, new NewUser(username, password, role, scope));
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
        var _ = insert(SYSTEM, new NewUser(username, password, Role.CITY_ADMIN, ScopeWords.city()));
    }

    /// A user to be.
    record NewUser(String username, String password, String role, ScopeWords scope) {}

    User create(Caller by, NewUser user) {
        PasswordRule.require("/password", user.username(), user.password());
        return insert(by, user);
    }

    private User insert(Caller by, NewUser user) {
        if (user.role().equals(Role.POS_TERMINAL) || !user.scope().fits(user.role())) {
            throw ProblemException.of(
                    ProblemCode.REQUEST_INVALID,
                    List.of(
                            new ProblemException.Fault(
                                    "/scope", "SCOPE", "与角色不符 / does not fit the role")));
        }
        var hash = passwords.hash(user.password());
        try {
            return transactions.inOne(connection -> {
                var scope = scopeWithin(connection, by, user.scope());
                accounts.insert(
                        connection,
                        new Accounts.NewAccount(user.username(), user.role(), user.scope(), hash),
                        scope,
                        by.username());
                return User.of(accounts.find(connection, user.username()).orElseThrow());
            });
        } catch (DatabaseFailure failure) {
            if (failure.kind() == DatabaseFailure.Kind.DUPLICATE) {
                throw ProblemException.of(ProblemCode.USER_EXISTS);
            }
            throw failure;
        }
    }

    private static Scope scopeWithin(Connection connection, Caller by, ScopeWords words)
            throws SQLException {
        var scope =
                Belongings.scope(connection, words)
                        .orElseThrow(() -> ProblemException.of(ProblemCode.NOT_FOUND));
        if (Belongings.administers(by.scope(), scope)) {
            return scope;
        }
        // Districts are no secret; which providers and sites another district has is its own
        // matter.
        throw ProblemException.of(
                switch (scope) {
                    case Scope.City _, Scope.District _, Scope.Street _ -> ProblemCode.FORBIDDEN;
                    case Scope.OfProvider _, Scope.OfSite _ -> ProblemCode.NOT_FOUND;
                });
    }

    User disable(Caller by, String username) {
        var user =
                transactions.inOne(connection -> {
                    var account =
                            accounts.lock(connection, username)
                                    .filter(found -> !found.isTerminal())
                                    .orElseThrow(Users::unknown);
                    requireWithin(connection, by, account);
                    accounts.disable(connection, account, by.username());
                    return User.of(accounts.find(connection, username).orElseThrow());
                });
        revocations.tell();
        return user;
    }

    User find(Caller by, String username) {
        return transactions.reading(connection -> {
            var account =
                    accounts.find(connection, username)
                            .filter(found -> !found.isTerminal())
                            .orElseThrow(Users::unknown);
            requireWithin(connection, by, account);
            return User.of(account);
        });
    }

    private static void requireWithin(Connection connection, Caller by, Account account)
            throws SQLException {
        var scope = Belongings.scope(connection, account.scope());
        if (scope.filter(found -> Belongings.administers(by.scope(), found)).isEmpty()) {
            throw unknown();
        }
    }

    private static ProblemException unknown() {
        return ProblemException.of(ProblemCode.NOT_FOUND);
    }

    Page<User> list(Caller by, Paging paging) {
        var after = paging.cursor().map(cursor -> cursor.text(0)).orElse("");
        var found =
                transactions.reading(connection ->
                        Sql.on(
                                        connection,
                                        "select "
                                                + Account.COLUMNS
                                                + """
                                                 from account a
                                                where a.area like concat(?, '%')
                                                  and a.name > ? and a.role <> ?
                                                order by a.name limit ?
                                                """)
                                .with(
                                        Belongings.area(by.scope()),
                                        after,
                                        Role.POS_TERMINAL,
                                        paging.rows())
                                .list(row -> User.of(Account.read(row))));
        return Page.of(found, paging, user -> Cursor.of(user.username()));
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
