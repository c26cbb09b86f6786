package org.nuancan.sale.limit;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import org.nuancan.db.Sql;
import org.nuancan.policy.LimitPer;

/// Adds up the grants that a limit counts, to start a counter that has no row yet.
final class GrantsUnderLimit {

    private static final String SUM =
            """
            select coalesce(sum(counts), 0) as meals,
                   coalesce(sum(fen - refunded_fen), 0) as fen
            from order_grant
            where policy_code = ? and service_date\
            """;

    private static final String DAYS = " between ? and ?";
    private static final String OF_SITES = " and site_id in (??)";

    private GrantsUnderLimit() {}

    static Tally sum(Connection connection, Counter counter) throws SQLException {
        var sql =
                switch (counter.on()) {
                    case SITE -> ofSites(connection, counter, List.of(counter.subjectId()));
                    case PROVIDER -> ofProvider(connection, counter);
                    case POLICY, ELDER -> ofAll(connection, counter);
                };
        if (!counter.slot().isEmpty()) {
            sql.with(counter.slot());
        }
        return sql.one(LimitStore::tally);
    }

    /// Queries site by site and day by day, as the index is sorted: so a month's query reads only
    /// this provider's grants. A site never changes its provider.
    private static Sql ofProvider(Connection connection, Counter counter) throws SQLException {
        var sites =
                Sql.on(connection, "select site_id from site where provider_id = ?")
                        .with(counter.subjectId())
                        .list(row -> row.number("site_id"));
        return ofSites(connection, counter, sites);
    }

    private static Sql ofSites(Connection connection, Counter counter, List<Long> sites) {
        return counter.per() == LimitPer.EVER
                ? Sql.on(connection, SUM + DAYS + OF_SITES + ofSlot(counter))
                        .with(counter.code(), counter.from(), counter.to())
                        .withAll(sites)
                : Sql.on(connection, SUM + " in (??)" + OF_SITES + ofSlot(counter))
                        .with(counter.code())
                        .withAll(days(counter))
                        .withAll(sites);
    }

    private static List<LocalDate> days(Counter counter) {
        return counter.from().datesUntil(counter.to().plusDays(1)).toList();
    }

    private static Sql ofAll(Connection connection, Counter counter) {
        return Sql.on(connection, SUM + DAYS + ofSlot(counter))
                .with(counter.code(), counter.from(), counter.to());
    }

    private static String ofSlot(Counter counter) {
        return counter.slot().isEmpty() ? "" : " and slot = ?";
    }
}
