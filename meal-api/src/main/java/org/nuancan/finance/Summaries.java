package org.nuancan.finance;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.nuancan.db.Row;
import org.nuancan.db.Sql;
import org.nuancan.db.Transactions;
import org.nuancan.finance.Summary.Grouping;
import org.nuancan.finance.Summary.Item;
import org.nuancan.finance.Summary.Sums;
import org.nuancan.money.Fen;
import org.nuancan.provider.Sites;

/// Adds up what stands on statements, by whatever is asked for.
@Singleton
final class Summaries {

    private static final int STREET = 9;

    private record Keyed(String key, Sums sums) {}

    private final Transactions transactions;
    private final Sites sites;

    Summaries(Transactions transactions, Sites sites) {
        this.transactions = transactions;
        this.sites = sites;
    }

    Summary of(LocalDate from, LocalDate to, Grouping grouping, Optional<String> district) {
        return transactions.snapshot(connection -> {
            var rows = grouped(connection, key(grouping), only(grouping), from, to, district);
            var total = grouped(connection, "''", "", from, to, district).stream().findFirst();
            return new Summary(
                    from,
                    to,
                    grouping,
                    grouping == Grouping.street ? byStreet(rows) : items(rows),
                    total.map(Keyed::sums).orElse(NOTHING));
        });
    }

    private static final Sums NOTHING =
            new Sums(
                    0, Fen.ZERO, Fen.ZERO, Fen.ZERO, Fen.ZERO, Fen.ZERO, Fen.ZERO, Fen.ZERO,
                    Fen.ZERO);

    private static String key(Grouping grouping) {
        return switch (grouping) {
            case day -> "p.booking_date";
            case street -> "j.site_id";
            case provider -> "p.provider_id";
            case policy -> "p.policy_code";
            case payer -> "p.account_owner";
        };
    }

    /// Only what has such a key at all.
    private static String only(Grouping grouping) {
        return switch (grouping) {
            case day, provider -> "";
            case street -> " and j.site_id is not null";
            case policy -> " and p.policy_code is not null";
            case payer -> " and p.account_kind = 'claim'";
        };
    }

    private static List<Keyed> grouped(
            Connection connection,
            String key,
            String only,
            LocalDate from,
            LocalDate to,
            Optional<String> district)
            throws SQLException {
        return Sql.on(
                        connection,
                        """
                        select %s as grouped_by,
                               count(distinct if(j.kind = 'MEAL', j.order_id, null)) as orders,
                               -sum(if(p.account_kind = 'earned' and p.reason <> 'INCENTIVE', p.fen, 0)) as gross_fen,
                               sum(if(p.account_kind = 'till', p.fen, 0)) as collected_fen,
                               sum(if(p.account_kind = 'collected', p.fen, 0)) as platform_fen,
                               sum(if(p.account_kind = 'discount', p.fen, 0)) as discount_fen,
                               sum(if(p.account_kind = 'claim' and p.policy_side = 'DINER'
                                      and j.kind in ('MEAL', 'REFUND', 'FAILED_MEAL'), p.fen, 0)) as diner_fen,
                               -sum(if(p.account_kind = 'earned' and p.reason = 'INCENTIVE', p.fen, 0)) as incentive_fen,
                               -sum(if(p.account_kind = 'adjust', p.fen, 0)) as adjustment_fen,
                               sum(if(p.account_kind = 'claim', p.fen, 0)) as claim_fen
                          from posting p
                          join journal j on j.journal_id = p.journal_id
                         where p.booking_date between ? and ? and p.provider_id > 0
                           and (? is null or p.paying_district = ?) %s
                         group by grouped_by
                         order by grouped_by
                        """
                                .formatted(key, only))
                .with(from, to, district.orElse(null), district.orElse(null))
                .list(row -> new Keyed(row.text("grouped_by"), sums(row)));
    }

    private static Sums sums(Row row) throws SQLException {
        return new Sums(
                row.number("orders"),
                Fen.of(row.number("gross_fen")),
                Fen.of(row.number("collected_fen")),
                Fen.of(row.number("platform_fen")),
                Fen.of(row.number("discount_fen")),
                Fen.of(row.number("diner_fen")),
                Fen.of(row.number("incentive_fen")),
                Fen.of(row.number("adjustment_fen")),
                Fen.of(row.number("claim_fen")));
    }

    private static List<Item> items(List<Keyed> rows) {
        return rows.stream().map(row -> Item.of(row.key(), row.sums())).toList();
    }

    private List<Item> byStreet(List<Keyed> bySite) {
        var streets = new TreeMap<String, Sums>();
        for (var one : bySite) {
            var division = sites.findNow(Long.parseLong(one.key()));
            division.ifPresent(site ->
                    streets.merge(site.division().substring(0, STREET), one.sums(), Sums::plus));
        }
        return streets.entrySet().stream()
                .map(street -> Item.of(street.getKey(), street.getValue()))
                .toList();
    }
}
