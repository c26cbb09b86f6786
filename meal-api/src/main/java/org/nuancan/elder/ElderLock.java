package org.nuancan.elder;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.nuancan.day.BusinessDay;
import org.nuancan.db.Sql;
import org.nuancan.elder.NewElder.Written;
import org.nuancan.policy.ElderFacts;

/// An elder whose row is locked: whoever changes anything about an elder holds it, and so does a
/// checkout.
///
/// @param elderId who
/// @param version counts the PATCHes
/// @param number of the change that is being made
/// @param birthDate from the ID number
/// @param facts as of today, by business time
/// @param today the business day
record ElderLock(
        long elderId,
        int version,
        int number,
        LocalDate birthDate,
        ElderFacts facts,
        LocalDate today) {

    /// Locks an elder of an area; empty if there is none.
    static Optional<ElderLock> take(Connection connection, long elderId, Area area, Instant at)
            throws SQLException {
        var today = BusinessDay.of(at).date();
        var bare =
                Sql.on(
                                connection,
                                """
                                select version, changes, birth_date
                                from elder
                                where elder_id = ?
                                for update
                                """)
                        .with(elderId)
                        .first(row ->
                                new Bare(
                                        row.integer("version"),
                                        row.integer("changes"),
                                        row.date("birth_date")));
        if (bare.isEmpty()) {
            return Optional.empty();
        }
        var facts =
                ElderFactsAsOf.read(connection, List.of(elderId), today)
                        .of(elderId, bare.get().birthDate);
        var lock =
                new ElderLock(
                        elderId,
                        bare.get().version,
                        bare.get().changes + 1,
                        bare.get().birthDate,
                        facts,
                        today);
        return Optional.of(lock).filter(locked -> area.covers(locked.standing()));
    }

    private record Bare(int version, int changes, LocalDate birthDate) {}

    /// Which days are possible in the elder's life.
    LifeDays life() {
        return new LifeDays(birthDate, today);
    }

    /// What holds today.
    Standing standing() {
        return new Standing(facts.household(), facts.residenceDivision(), facts.careGrade());
    }

    /// Writes down that something changed.
    void changed(Connection connection, ElderChange.Kind kind, String fields, Written written)
            throws SQLException {
        Sql.on(connection, "update elder set changes = ? where elder_id = ?")
                .with(number, elderId)
                .run();
        Sql.on(
                        connection,
                        """
                        insert into elder_change
                            (elder_id, number, changed_at, changed_by, kind, fields)
                        values (?, ?, ?, ?, ?, ?)
                        """)
                .with(elderId, number, written.at(), written.by(), kind, fields)
                .run();
    }
}
