package org.nuancan.check;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/// One thing the platform looks for. A check only looks: what becomes of its findings is decided by
/// [PlatformChecks].
interface Check {

    /// What it is called.
    CheckCode code();

    /// What it finds among the meals of a scope.
    List<Finding> find(Connection connection, Scope scope) throws SQLException;

    /// Whether it looks at an elder's meals again when something about the elder is reported late.
    default boolean looksAgain() {
        return false;
    }
}
