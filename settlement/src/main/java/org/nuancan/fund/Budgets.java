package org.nuancan.fund;

import jakarta.inject.Singleton;

import org.nuancan.db.Ids;
import org.nuancan.db.Sql;
import org.nuancan.money.Fen;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Budgets by payer and year: what was set aside first, and every amendment. A budget is their sum.
@Singleton
public final class Budgets {

    /// One change of a budget.
    ///
    /// @param change less than 0 where it is cut
    public record Entry(
            long entryId,
            String payer,
            int year,
            Fen change,
            String reason,
            String madeBy,
            Instant madeAt) {}

    /// What became of the wish to change one.
    public sealed interface Outcome {

        /// It is so now.
        ///
        /// @param total the budget
        record Changed(Entry entry, Fen total) implements Outcome {}

        /// A budget does not fall below nothing.
        ///
        /// @param total the budget as it stays
        record BelowZero(Fen total) implements Outcome {}
    }

    private final Ids ids;
    private final Clock clock;

    Budgets(Ids ids, Clock clock) {
        this.ids = ids;
        this.clock = clock;
    }

    /// Sets a budget, or amends it.
    ///
    /// @param change not 0
    public Outcome change(
            Connection connection, String payer, int year, Fen change, String reason, String by)
            throws SQLException {
        Sql.on(
                        connection,
                        """
                        insert into fund_year (payer, year, fen) values (?, ?, 0)
                        on duplicate key update fen = fund_year.fen
                        """)
                .with(payer, year)
                .run();
        var before = total(connection, payer, year);
        var after = before.plus(change);
        if (after.isNegative()) {
            return new Outcome.BelowZero(before);
        }
        var entry = new Entry(ids.next(), payer, year, change, reason, by, clock.instant());
        Sql.on(
                        connection,
                        """
                        insert into fund_budget
                            (entry_id, payer, year, fen, reason, made_by, made_at)
                        values (?, ?, ?, ?, ?, ?, ?)
                        """)
                .with(entry.entryId(), payer, year, change.value(), reason, by, entry.madeAt())
                .run();
        Sql.on(connection, "update fund_year set fen = ? where payer = ? and year = ?")
                .with(after.value(), payer, year)
                .run();
        return new Outcome.Changed(entry, after);
    }

    private static Fen total(Connection connection, String payer, int year) throws SQLException {
        return Sql.on(
                        connection,
                        "select fen from fund_year where payer = ? and year = ? for update")
                .with(payer, year)
                .one(row -> Fen.of(row.number("fen")));
    }

    /// The changes of a year, oldest first, of the payers whose code starts with `area`.
    public List<Entry> of(Connection connection, int year, Optional<String> area)
            throws SQLException {
        return Sql.on(
                        connection,
                        """
                        select entry_id, payer, year, fen, reason, made_by, made_at
                          from fund_budget
                         where year = ? and (? is null or payer like concat(?, '%'))
                         order by entry_id
                        """)
                .with(year, area.orElse(null), area.orElse(null))
                .list(row ->
                        new Entry(
                                row.number("entry_id"),
                                row.text("payer"),
                                row.integer("year"),
                                Fen.of(row.number("fen")),
                                row.text("reason"),
                                row.text("made_by"),
                                row.instant("made_at")));
    }
}
