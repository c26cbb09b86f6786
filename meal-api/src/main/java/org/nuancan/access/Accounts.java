package org.nuancan.access;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.nuancan.day.RealTime;
import org.nuancan.db.Sql;

/// The rows of users and terminals.
@Singleton
final class Accounts {

    private final InstantSource clock;
    private final Revocations revocations;
    private final AccountAudit audit;

    Accounts(@RealTime InstantSource clock, Revocations revocations, AccountAudit audit) {
        this.clock = clock;
        this.revocations = revocations;
        this.audit = audit;
    }

    Optional<Account> find(Connection connection, String name) throws SQLException {
        return Sql.on(connection, "select " + Account.COLUMNS + " from account a where a.name = ?")
                .with(name)
                .first(Account::read);
    }

    Optional<Account> lock(Connection connection, String name) throws SQLException {
        return Sql.on(
                        connection,
                        "select " + Account.COLUMNS + " from account a where a.name = ? for update")
                .with(name)
                .first(Account::read);
    }

    /// A row to be.
    ///
    /// @param isPending whether a second person has to confirm it
    record NewAccount(
            String name,
            String displayName,
            String role,
            ScopeWords scope,
            @Nullable String secretHash,
            boolean isPending) {}

    /// @throws SQLException a duplicate key if the name is taken
    void insert(Connection connection, NewAccount account, Scope scope, String by)
            throws SQLException {
        var now = clock.instant();
        Sql.on(
                        connection,
                        """
                        insert into account
                            (name, display_name, role, district_code, street_code, provider_id,
                             site_id, area, secret_hash, changes_password, epoch, version,
                             pending_since, confirmed_by, created_at, created_by)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, 0, 0, 1, ?, ?, ?, ?)
                        """)
                .with(
                        account.name(),
                        account.displayName(),
                        account.role(),
                        account.scope().districtCode(),
                        account.scope().streetCode(),
                        account.scope().providerId(),
                        account.scope().siteId(),
                        Belongings.area(scope),
                        account.secretHash(),
                        account.isPending() ? now : null,
                        account.isPending() ? null : "system",
                        now,
                        by)
                .run();
        audit.write(by, "CREATED", account.name(), account.role());
    }

    /// Nobody signs in as this any more, and every token is void.
    void disable(Connection connection, Account account, String by) throws SQLException {
        if (account.isDisabled()) {
            return;
        }
        Sql.on(connection, "update account set disabled_at = ?, disabled_by = ? where name = ?")
                .with(clock.instant(), by, account.name())
                .run();
        endTokens(connection, account);
        changed(connection, account, by, "DISABLED", "");
    }

    /// Puts an account into use again.
    void enable(Connection connection, Account account, String by) throws SQLException {
        Sql.on(
                        connection,
                        "update account set disabled_at = null, disabled_by = null where name = ?")
                .with(account.name())
                .run();
        changed(connection, account, by, "ENABLED", "");
    }

    void rename(Connection connection, Account account, String displayName, String by)
            throws SQLException {
        Sql.on(connection, "update account set display_name = ? where name = ?")
                .with(displayName, account.name())
                .run();
        changed(connection, account, by, "RENAMED", "");
    }

    /// What an account belongs to.
    ///
    /// @param words as they are stored
    /// @param scope as it was found on file
    record Place(String role, ScopeWords words, Scope scope) {}

    /// Another role or scope; every token is void, since tokens name both.
    void move(Connection connection, Account account, Place place, String by) throws SQLException {
        var words = place.words();
        Sql.on(
                        connection,
                        """
                        update account
                           set role = ?, district_code = ?, street_code = ?, provider_id = ?,
                               site_id = ?, area = ?
                         where name = ?
                        """)
                .with(
                        place.role(),
                        words.districtCode(),
                        words.streetCode(),
                        words.providerId(),
                        words.siteId(),
                        Belongings.area(place.scope()),
                        account.name())
                .run();
        endTokens(connection, account);
        changed(
                connection,
                account,
                by,
                "MOVED",
                "%s %s -> %s %s"
                        .formatted(
                                account.role(),
                                account.scope().text(),
                                place.role(),
                                words.text()));
    }

    /// A one-time password; every earlier token is void.
    void resetSecret(Connection connection, Account account, String secretHash, String by)
            throws SQLException {
        Sql.on(
                        connection,
                        "update account set secret_hash = ?, changes_password = 1 where name = ?")
                .with(secretHash, account.name())
                .run();
        endTokens(connection, account);
        changed(connection, account, by, "PASSWORD_RESET", "");
    }

    /// A new secret; every earlier token is void.
    void changeSecret(Connection connection, Account account, String secretHash)
            throws SQLException {
        Sql.on(
                        connection,
                        "update account set secret_hash = ?, changes_password = 0 where name = ?")
                .with(secretHash, account.name())
                .run();
        endTokens(connection, account);
        audit.write(account.name(), "SECRET_CHANGED", account.name(), "");
    }

    private void endTokens(Connection connection, Account account) throws SQLException {
        Sql.on(connection, "update account set epoch = epoch + 1 where name = ?")
                .with(account.name())
                .run();
        revocations.revoke(account.name(), account.epoch() + 1);
    }

    /// The version goes up, and the audit log says what was done.
    void changed(Connection connection, Account account, String by, String act, String detail)
            throws SQLException {
        Sql.on(
                        connection,
                        """
                        update account set version = version + 1, changed_at = ?, changed_by = ?
                         where name = ?
                        """)
                .with(clock.instant(), by, account.name())
                .run();
        audit.write(by, act, account.name(), detail);
    }
}
