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

    /// @throws SQLException a duplicate key if the name is taken
    void insert(Connection connection, NewAccount account, Scope scope, String by)
            throws SQLException {
        Sql.on(
                        connection,
                        """
                        insert into account
                            (name, role, district_code, street_code, provider_id, site_id, area,
                             secret_hash, epoch, created_at, created_by)
                        values (?, ?, ?, ?, ?, ?, ?, ?, 0, ?, ?)
                        """)
                .with(
                        account.name(),
                        account.role(),
                        account.scope().districtCode(),
                        account.scope().streetCode(),
                        account.scope().providerId(),
                        account.scope().siteId(),
                        Belongings.area(scope),
                        account.secretHash(),
                        clock.instant(),
                        by)
                .run();
        audit.write(connection, by, "CREATED", account.name(), account.role());
    }

    /// A row to be.
    record NewAccount(String name, String role, ScopeWords scope, @Nullable String secretHash) {}

    /// Nobody signs in as this any more, and every token is void.
    void disable(Connection connection, Account account, String by) throws SQLException {
        if (account.isDisabled()) {
            return;
        }
        Sql.on(
                        connection,
                        """
                        update account
                        set disabled_at = ?, disabled_by = ?, epoch = epoch + 1
                        where name = ?
                        """)
                .with(clock.instant(), by, account.name())
                .run();
        revocations.revoke(connection, account.name(), account.epoch() + 1);
        audit.write(connection, by, "DISABLED", account.name(), "");
    }

    /// A new secret; every earlier token is void.
    void changeSecret(Connection connection, Account account, String secretHash)
            throws SQLException {
        Sql.on(connection, "update account set secret_hash = ?, epoch = epoch + 1 where name = ?")
                .with(secretHash, account.name())
                .run();
        revocations.revoke(connection, account.name(), account.epoch() + 1);
        audit.write(connection, account.name(), "SECRET_CHANGED", account.name(), "");
    }
}
