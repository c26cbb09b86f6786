package org.nuancan.access;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.nuancan.audit.AuditLog;

/// Writes what happens to accounts into the audit log.
@Singleton
final class AccountAudit {

    private final AuditLog log;

    AccountAudit(AuditLog log) {
        this.log = log;
    }

    /// @param by who did it
    /// @param name whose account it is
    void write(Connection connection, String by, String act, String name, String detail)
            throws SQLException {
        log.write(
                connection,
                List.of(
                        new AuditLog.Entry(
                                AuditLog.Area.ACCOUNT, by, act, "account " + name, detail)));
    }

    /// Somebody signed in.
    void signedIn(Connection connection, String name) throws SQLException {
        log.write(
                connection,
                List.of(
                        new AuditLog.Entry(
                                AuditLog.Area.SIGN_IN, name, "SIGNED_IN", "account " + name, "")));
    }
}
