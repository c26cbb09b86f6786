package org.nuancan.review;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import org.nuancan.db.Sql;

/// At which level each person has acted on a statement: one level a person, for good. Asked and
/// kept under the statement's lock, one row a person.
@Singleton
final class Persons {

    /// The other level at which this person has acted on a locked statement, if there is one.
    Optional<Level> elsewhere(Connection connection, long statementId, Reviewer who)
            throws SQLException {
        return Sql.on(
                        connection,
                        "select level from statement_person where statement_id = ? and person = ?")
                .with(statementId, who.name())
                .first(row -> row.name("level", Level.class))
                .filter(level -> level != who.level());
    }

    /// Keeps that this person has acted at this level.
    void keep(Connection connection, long statementId, Reviewer who) throws SQLException {
        if (who.level() != Level.PLATFORM) {
            Sql.on(
                            connection,
                            """
                            insert into statement_person (statement_id, person, level)
                            values (?, ?, ?)
                            on duplicate key update level = statement_person.level
                            """)
                    .with(statementId, who.name(), who.level())
                    .run();
        }
    }
}
