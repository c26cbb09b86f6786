package org.nuancan.close.statement;

import java.util.List;

/// Records that another package keeps about statements. The package names the statements that must
/// not be deleted yet, and deletes its records together with the statements.
public interface OnStatements {

    /// Selects the statements that have nothing open in this package. Each statement is judged by
    /// itself.
    ///
    /// @param statementIds of one district, oldest first
    default List<Long> done(List<Long> statementIds) {
        return statementIds;
    }

    /// Selects the statements that can be deleted if all the others in the list are deleted too.
    /// Called after [#done] of all packages.
    ///
    /// @param statementIds of one district, oldest first
    default List<Long> together(List<Long> statementIds) {
        return statementIds;
    }

    /// Deletes the package's records about the statements.
    default void forget(List<Long> statementIds) {}
}
