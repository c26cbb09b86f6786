package org.nuancan.check;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/// A check of the platform. A check only reads; [PlatformChecks] decides what happens with its
/// findings.
public interface Check {

    /// The code of the check.
    CheckCode code();

    /// Findings among the meals of a scope.
    List<Finding> find(Connection connection, Scope scope) throws SQLException;

    /// Whether it checks an elder's meals again when a fact about the elder is reported late.
    default boolean looksAgain() {
        return false;
    }
}
