package org.nuancan.access;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.List;
import org.nuancan.day.RealTime;
import org.nuancan.db.Sql;

/// Which accounts wait for a second person, and who may be that person.
///
/// Whoever makes an account that reviews, approves or pays, gives it a role, a scope or a password,
/// or puts it into use again, is one of its makers until it is confirmed. None of its makers
/// confirms it. The first two CITY_ADMINs need nobody, unless there is another CITY_ADMIN who could
/// confirm what one of them does to the other.
@Singleton
final class Confirmations {

    private static final int FIRST_ADMINISTRATORS = 2;

    private final InstantSource clock;
    private final AccountAudit audit;

    Confirmations(@RealTime InstantSource clock, AccountAudit audit) {
        this.clock = clock;
        this.audit = audit;
    }

    /// Whether a new account of this role waits.
    boolean isNeededForNew(Connection connection, String role) throws SQLException {
        return Administration.needsSecondPerson(role)
                && (!role.equals(Role.CITY_ADMIN)
                        || lockFirstAdministrators(connection).size() >= FIRST_ADMINISTRATORS);
    }

    /// Whether an account waits after `by` has changed it.
    ///
    /// @param before as it was
    /// @param role that it has now
    boolean isNeededAfterChange(Connection connection, Account before, String role, String by)
            throws SQLException {
        if (!Administration.needsSecondPerson(role)) {
            return false;
        }
        var wasAndIsAdministrator =
                role.equals(Role.CITY_ADMIN) && before.role().equals(Role.CITY_ADMIN);
        return !wasAndIsAdministrator
                || before.isPending()
                || !lockFirstAdministrators(connection).contains(before.name())
                || hasOtherAdministrator(connection, before.name(), by);
    }

    /// The two administrators of the city who were there first, disabled ones too; locked, so that
    /// two accounts cannot be made as the second.
    private static List<String> lockFirstAdministrators(Connection connection) throws SQLException {
        return Sql.on(
                        connection,
                        """
                        select name from account where role = ?
                         order by created_at, name limit ? for update
                        """)
                .with(Role.CITY_ADMIN, FIRST_ADMINISTRATORS)
                .list(row -> row.text("name"));
    }

    private static boolean hasOtherAdministrator(Connection connection, String one, String other)
            throws SQLException {
        return Sql.on(
                        connection,
                        """
                        select name from account
                         where role = ? and disabled_at is null and pending_since is null
                           and name not in (?, ?)
                         limit 1
                        """)
                .with(Role.CITY_ADMIN, one, other)
                .exists();
    }

    /// From now on the account waits.
    void suspend(Connection connection, String name, String maker) throws SQLException {
        Sql.on(
                        connection,
                        "update account set pending_since = ?, confirmed_by = null where name = ?")
                .with(clock.instant(), name)
                .run();
        addMaker(connection, name, maker);
        audit.write(maker, "PENDING", name, "");
    }

    void addMaker(Connection connection, String name, String maker) throws SQLException {
        Sql.on(
                        connection,
                        """
                        insert into account_maker (name, maker) values (?, ?)
                        on duplicate key update maker = values(maker)
                        """)
                .with(name, maker)
                .run();
    }

    boolean isMaker(Connection connection, String name, String by) throws SQLException {
        return Sql.on(connection, "select name from account_maker where name = ? and maker = ?")
                .with(name, by)
                .exists();
    }

    /// It waits for nobody any more.
    ///
    /// @param by the second person; `system` where none is needed
    void settle(Connection connection, String name, String by) throws SQLException {
        Sql.on(
                        connection,
                        "update account set pending_since = null, confirmed_by = ? where name = ?")
                .with(by, name)
                .run();
        Sql.on(connection, "delete from account_maker where name = ?").with(name).run();
    }
}
