package org.nuancan.close;

import jakarta.inject.Singleton;

import org.nuancan.day.BusinessDay;
import org.nuancan.db.Row;
import org.nuancan.db.Sql;
import org.nuancan.money.Fen;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// Reads statements.
@Singleton
public final class Statements {

    /// Which statements are asked for; what is empty asks nothing.
    ///
    /// @param sites those with lines of one of these
    public record Filter(
            Optional<LocalDate> date,
            Optional<Long> providerId,
            Optional<String> districtCode,
            Optional<StatementState> state,
            Optional<List<Long>> sites) {}

    private record FundOf(long statementId, Fund fund) {}

    private static final String COLUMNS =
            """
            select s.statement_id, s.provider_id, s.statement_date, s.district_code, s.state,
                   s.orders, s.refunds, s.line_count, s.gross_fen, s.collected_fen,
                   s.platform_collected_fen, s.discount_fen, s.diner_grant_fen, s.elsewhere_fen,
                   s.incentive_fen, s.adjustment_fen, s.payable_fen, s.carried_fen, s.held_fen,
                   s.content_hash, s.previous_hash, s.version,
                   coalesce(s.state_since, s.closed_at) as since
              from statement s
            """;

    /// One statement.
    public Optional<Statement> find(Connection connection, long statementId) throws SQLException {
        var rows =
                Sql.on(connection, COLUMNS + " where s.statement_id = ?")
                        .with(statementId)
                        .list(Statements::read);
        return funded(connection, rows).stream().findFirst();
    }

    /// The statements made last come first, from the one behind `before` on.
    public List<Statement> list(Connection connection, Filter filter, long before, int limit)
            throws SQLException {
        var bySite =
                filter.sites().isPresent()
                        ? """
                         and exists (select 1 from statement_site x
                                      where x.statement_id = s.statement_id and x.site_id in (??))
                        """
                        : "";
        var date = filter.date().orElse(null);
        var provider = filter.providerId().orElse(null);
        var district = filter.districtCode().orElse(null);
        var state = filter.state().orElse(null);
        var sql =
                Sql.on(
                                connection,
                                COLUMNS
                                        + """
                                         where s.statement_id < ?
                                           and (? is null or s.statement_date = ?)
                                           and (? is null or s.provider_id = ?)
                                           and (? is null or s.district_code = ?)
                                           and (? is null or s.state = ?)
                                        """
                                        + bySite
                                        + " order by s.statement_id desc limit ?")
                        .with(before, date, date, provider, provider, district, district)
                        .with(state, state);
        filter.sites().ifPresent(sql::withAll);
        return funded(connection, sql.with(limit).list(Statements::read));
    }

    /// Whether any line of a statement is of one of these sites.
    public boolean hasLinesOf(Connection connection, long statementId, List<Long> siteIds)
            throws SQLException {
        return Sql.on(
                        connection,
                        "select 1 from statement_site where statement_id = ? and site_id in (??)")
                .with(statementId)
                .withAll(siteIds)
                .exists();
    }

    private static List<Statement> funded(Connection connection, List<Statement> bare)
            throws SQLException {
        if (bare.isEmpty()) {
            return bare;
        }
        var funds = funds(connection, bare.stream().map(Statement::id).toList());
        return bare.stream()
                .map(one -> withFunds(one, funds.getOrDefault(one.id(), List.of())))
                .toList();
    }

    private static Map<Long, List<Fund>> funds(Connection connection, List<Long> statementIds)
            throws SQLException {
        return Sql.on(
                        connection,
                        """
                        select statement_id, payer, fen
                          from statement_fund
                         where statement_id in (??)
                         order by statement_id, payer
                        """)
                .withAll(statementIds)
                .list(row ->
                        new FundOf(
                                row.number("statement_id"),
                                new Fund(row.text("payer"), Fen.of(row.number("fen")))))
                .stream()
                .collect(
                        Collectors.groupingBy(
                                FundOf::statementId,
                                Collectors.mapping(FundOf::fund, Collectors.toList())));
    }

    private static Statement withFunds(Statement bare, List<Fund> funds) {
        var content = bare.content();
        return new Statement(
                bare.id(),
                bare.districtCode(),
                new Statement.Content(
                        content.providerId(),
                        content.date(),
                        content.counts(),
                        content.sums(),
                        funds,
                        content.previousHash()),
                bare.contentHash(),
                bare.state(),
                bare.carried(),
                bare.held(),
                bare.version(),
                bare.since());
    }

    private static Statement read(Row row) throws SQLException {
        return new Statement(
                row.number("statement_id"),
                row.text("district_code"),
                new Statement.Content(
                        row.number("provider_id"),
                        new BusinessDay(row.date("statement_date")),
                        new Counts(
                                row.number("orders"),
                                row.number("refunds"),
                                row.number("line_count")),
                        sums(row),
                        List.of(),
                        row.maybeText("previous_hash")),
                row.text("content_hash"),
                row.name("state", StatementState.class),
                Fen.of(row.number("carried_fen")),
                Fen.of(row.number("held_fen")),
                row.integer("version"),
                row.instant("since"));
    }

    private static Sums sums(Row row) throws SQLException {
        return new Sums(
                Fen.of(row.number("gross_fen")),
                Fen.of(row.number("collected_fen")),
                Fen.of(row.number("platform_collected_fen")),
                Fen.of(row.number("discount_fen")),
                Fen.of(row.number("diner_grant_fen")),
                Fen.of(row.number("incentive_fen")),
                Fen.of(row.number("adjustment_fen")));
    }
}
