package org.nuancan.close;

import java.util.List;

/// What a package keeps about statements: it says which of them may not go yet, and goes with those
/// that do.
public interface OnStatements {

    /// Those of the statements about which nothing is open, as far as this package knows; each is
    /// looked at by itself.
    ///
    /// @param statementIds of one district, oldest first
    default List<Long> done(List<Long> statementIds) {
        return statementIds;
    }

    /// Those of the statements that may go if all the others of these stay; asked after everybody
    /// has said which are done.
    ///
    /// @param statementIds of one district, oldest first
    default List<Long> together(List<Long> statementIds) {
        return statementIds;
    }

    /// Deletes what is kept about them.
    default void forget(List<Long> statementIds) {}
}
