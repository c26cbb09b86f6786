package org.nuancan.export;

import jakarta.inject.Singleton;

import org.nuancan.db.Row;
import org.nuancan.db.Sql;
import org.nuancan.db.Transactions;
import org.nuancan.money.Fen;

import java.time.Clock;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;

/// What each payer bears for each provider in a month, as closed statements have it.
@Singleton
final class AccountantsMonth {

    private static final List<String> HEADINGS =
            List.of(
                    "month",
                    "districtCode",
                    "providerId",
                    "provider",
                    "payer",
                    "statements",
                    "claimFen",
                    "claimYuan");

    /// A month with what it states of itself.
    record Made(Grid grid, Control control) {}

    private record Item(List<Cell> cells, Fen claim) {}

    private final Transactions transactions;
    private final Clock clock;

    AccountantsMonth(Transactions transactions, Clock clock) {
        this.transactions = transactions;
        this.clock = clock;
    }

    /// One row a provider and payer.
    ///
    /// @param district those that it pays alone
    Made of(YearMonth month, Optional<String> district) {
        var asOf = clock.instant();
        var items =
                transactions.snapshot(connection ->
                        Sql.on(
                                        connection,
                                        """
                                        select s.district_code, s.provider_id,
                                               coalesce(p.name, '') as provider, f.payer,
                                               count(*) as statements, sum(f.fen) as claim
                                          from statement s
                                          join statement_fund f on f.statement_id = s.statement_id
                                          left join provider p on p.provider_id = s.provider_id
                                         where s.statement_date between ? and ?
                                           and (? is null or s.district_code = ?)
                                         group by s.district_code, s.provider_id, p.name, f.payer
                                         order by s.district_code, s.provider_id, f.payer
                                        """)
                                .with(month.atDay(1), month.atEndOfMonth())
                                .with(district.orElse(null), district.orElse(null))
                                .list(row -> item(month, row)));
        return new Made(
                new Grid("月度 Month", HEADINGS, items.stream().map(Item::cells).toList()),
                new Control(items.size(), Fen.sum(items.stream().map(Item::claim).toList()), asOf));
    }

    private static Item item(YearMonth month, Row row) throws java.sql.SQLException {
        var claim = Fen.of(row.number("claim"));
        return new Item(
                List.of(
                        Cell.text(month),
                        Cell.text(row.text("district_code")),
                        Cell.text(row.number("provider_id")),
                        Cell.text(row.text("provider")),
                        Cell.text(row.text("payer")),
                        Cell.count(row.number("statements")),
                        Cell.fen(claim),
                        Cell.text(claim.inYuan())),
                claim);
    }
}
