package org.nuancan.audit;

import java.sql.Connection;
import java.sql.SQLException;
import org.nuancan.db.Sql;

/// Where a chain begins: its last link that is gone, or none.
///
/// @param sequence 0 for a chain that has all its links
record Anchor(long sequence, String hash) {

    static Anchor of(Connection connection, AuditLog.Area area) throws SQLException {
        return Sql.on(connection, "select sequence, hash from audit_anchor where area = ?")
                .with(area)
                .first(row -> new Anchor(row.number("sequence"), row.text("hash")))
                .orElse(new Anchor(0, Chain.BEGINNING));
    }

    void keep(Connection connection, AuditLog.Area area) throws SQLException {
        Sql.on(
                        connection,
                        """
                        insert into audit_anchor (area, sequence, hash) values (?, ?, ?)
                        on duplicate key update sequence = values(sequence), hash = values(hash)
                        """)
                .with(area, sequence, hash)
                .run();
    }
}
