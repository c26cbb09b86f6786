package org.nuancan.fund;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.nuancan.db.Ids;
import org.nuancan.db.Row;
import org.nuancan.db.Sql;
import org.nuancan.money.Fen;

/// Warns when 80, 95 and 100 per cent of a budget are used up: once each for a payer and year, over
/// all nodes, also if the budget grows and is used up again.
@Singleton
public final class FundWarnings {

    /// That a part of a budget is used up.
    ///
    /// @param percent 80, 95 or 100
    /// @param on the day on which it was reached
    /// @param budget as it was when that was seen
    /// @param granted likewise
    public record Warned(
            long warningId,
            String payer,
            int year,
            int percent,
            LocalDate on,
            Fen budget,
            Fen granted,
            Instant at) {}

    private static final String COLUMNS =
            """
            select warning_id, payer, year, percent, reached_on, budget_fen, granted_fen, warned_at
              from fund_warning
            """;

    private final Funds funds;
    private final Ids ids;
    private final Clock clock;

    FundWarnings(Funds funds, Ids ids, Clock clock) {
        this.funds = funds;
        this.ids = ids;
        this.clock = clock;
    }

    /// Finds out what is reached and was not told.
    ///
    /// @param today the last day that counts
    /// @return what is new
    public List<Warned> raise(Connection connection, int year, LocalDate today)
            throws SQLException {
        // All payers with a budget, in the order of their names: who else looks waits here.
        var locked =
                Sql.on(
                                connection,
                                "select payer from fund_year where year = ? order by payer for update")
                        .with(year)
                        .list(row -> row.text("payer"));
        var news = new ArrayList<Warned>();
        if (!locked.isEmpty()) {
            var told = told(connection, year);
            for (var fund : funds.of(connection, year, today, Optional.empty())) {
                for (var warning : fund.warnings()) {
                    if (warning.reached() && !told.contains(key(fund.payer(), warning.percent()))) {
                        news.add(keep(connection, year, fund, warning));
                    }
                }
            }
        }
        return List.copyOf(news);
    }

    private static Set<String> told(Connection connection, int year) throws SQLException {
        return new HashSet<>(
                Sql.on(connection, "select payer, percent from fund_warning where year = ?")
                        .with(year)
                        .list(row -> key(row.text("payer"), row.integer("percent"))));
    }

    private static String key(String payer, int percent) {
        return percent + " " + payer;
    }

    private Warned keep(Connection connection, int year, FundYear fund, FundYear.Warning warning)
            throws SQLException {
        var warned =
                new Warned(
                        ids.next(),
                        fund.payer(),
                        year,
                        warning.percent(),
                        warning.on(),
                        fund.budget().orElse(Fen.ZERO),
                        fund.granted(),
                        clock.instant());
        Sql.on(
                        connection,
                        """
                        insert into fund_warning
                            (payer, year, percent, warning_id, reached_on, budget_fen, granted_fen,
                             warned_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .with(warned.payer(), year, warned.percent(), warned.warningId(), warned.on())
                .with(warned.budget().value(), warned.granted().value(), warned.at())
                .run();
        return warned;
    }

    /// What was told in a year, first first.
    ///
    /// @param area of the payers whose code starts with it
    public List<Warned> of(Connection connection, int year, Optional<String> area)
            throws SQLException {
        return Sql.on(
                        connection,
                        COLUMNS
                                + """
                                 where year = ? and (? is null or payer like concat(?, '%'))
                                 order by warning_id
                                """)
                .with(year, area.orElse(null), area.orElse(null))
                .list(FundWarnings::read);
    }

    private static Warned read(Row row) throws SQLException {
        return new Warned(
                row.number("warning_id"),
                row.text("payer"),
                row.integer("year"),
                row.integer("percent"),
                row.date("reached_on"),
                Fen.of(row.number("budget_fen")),
                Fen.of(row.number("granted_fen")),
                row.instant("warned_at"));
    }
}
