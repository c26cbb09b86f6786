package org.nuancan.db;

import java.sql.Connection;
import java.sql.SQLException;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.callback.BaseCallback;
import org.flywaydb.core.api.callback.Context;
import org.flywaydb.core.api.callback.Event;

/// Checks before the first migration whether the server lets this user create triggers, so that a
/// refusal does not leave half of the tables.
///
/// MySQL with a binary log refuses triggers to users without the privilege SUPER (error 1419)
/// unless `log_bin_trust_function_creators` is on. Managed servers grant SUPER to no user but offer
/// the variable. The triggers of this schema only refuse changes, so they cannot make a replica
/// differ.
final class TriggerCheck extends BaseCallback {

    @Override
    public boolean supports(Event event, Context context) {
        return event == Event.BEFORE_MIGRATE;
    }

    /// @throws FlywayException if the server would refuse the triggers; the message names the
    ///   setting to change
    @Override
    public void handle(Event event, Context context) {
        try {
            var connection = context.getConnection();
            if (logsWithoutTrust(connection) && !isAdministrator(connection)) {
                throw new FlywayException(
                        "The server refuses triggers: set log_bin_trust_function_creators=ON (a"
                                + " server variable; managed servers have it in their parameter"
                                + " group), then start this again.");
            }
        } catch (SQLException exception) {
            throw new FlywayException("The server's settings could not be read", exception);
        }
    }

    private static boolean logsWithoutTrust(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var row =
                        statement.executeQuery(
                                "select @@log_bin = 1 and @@log_bin_trust_function_creators = 0")) {
            return row.next() && row.getBoolean(1);
        }
    }

    private static boolean isAdministrator(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var grants = statement.executeQuery("show grants")) {
            while (grants.next()) {
                var grant = grants.getString(1);
                if (grant.contains(" ON *.* ")
                        && (grant.contains("SUPER") || grant.contains("ALL PRIVILEGES"))) {
                    return true;
                }
            }
            return false;
        }
    }
}
