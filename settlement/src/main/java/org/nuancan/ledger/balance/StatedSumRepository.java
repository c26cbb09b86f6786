package org.nuancan.ledger.balance;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Sums of the postings that are on statements.
@JdbcRepository(dialect = Dialect.MYSQL)
interface StatedSumRepository
        extends GenericRepository<LedgerOpeningEntity, LedgerOpeningEntity.Key> {

    /// Sums of the postings with one key.
    @Introspected
    record Sums(
            String groupedBy,
            long orders,
            long grossFen,
            long collectedFen,
            long platformFen,
            long discountFen,
            long dinerFen,
            long incentiveFen,
            long adjustmentFen,
            long claimFen) {}

    /// The sums, and the postings of some booking days, both ends included.
    String SUMS =
            """
                   count(distinct if(j.kind = 'MEAL', j.order_id, null)) as orders,
                   -sum(if(p.account_kind = 'earned' and p.reason <> 'INCENTIVE', p.fen, 0))
                       as gross_fen,
                   sum(if(p.account_kind = 'till', p.fen, 0)) as collected_fen,
                   sum(if(p.account_kind = 'collected', p.fen, 0)) as platform_fen,
                   sum(if(p.account_kind = 'discount', p.fen, 0)) as discount_fen,
                   sum(if(p.account_kind = 'claim' and p.policy_side = 'DINER'
                          and j.kind in ('MEAL', 'REFUND', 'FAILED_MEAL'), p.fen, 0))
                       as diner_fen,
                   -sum(if(p.account_kind = 'earned' and p.reason = 'INCENTIVE', p.fen, 0))
                       as incentive_fen,
                   -sum(if(p.account_kind = 'adjust', p.fen, 0)) as adjustment_fen,
                   sum(if(p.account_kind = 'claim', p.fen, 0)) as claim_fen
              from posting p
              join journal j on j.journal_id = p.journal_id
             where p.booking_date between :first and :last and p.provider_id > 0
               and (:district is null or p.paying_district = :district)
            """;

    /// Groups the sums by their key.
    String GROUPED = " group by grouped_by order by grouped_by";

    @Query("select '' as grouped_by," + SUMS + GROUPED)
    List<Sums> all(LocalDate first, LocalDate last, @Nullable String district);

    @Query("select cast(p.booking_date as char) as grouped_by," + SUMS + GROUPED)
    List<Sums> byDay(LocalDate first, LocalDate last, @Nullable String district);

    @Query("select j.site_id as grouped_by," + SUMS + " and j.site_id is not null" + GROUPED)
    List<Sums> bySite(LocalDate first, LocalDate last, @Nullable String district);

    @Query("select p.provider_id as grouped_by," + SUMS + GROUPED)
    List<Sums> byProvider(LocalDate first, LocalDate last, @Nullable String district);

    @Query(
            "select p.policy_code as grouped_by,"
                    + SUMS
                    + " and p.policy_code is not null"
                    + GROUPED)
    List<Sums> byPolicy(LocalDate first, LocalDate last, @Nullable String district);

    @Query(
            "select p.account_owner as grouped_by,"
                    + SUMS
                    + " and p.account_kind = 'claim'"
                    + GROUPED)
    List<Sums> byPayer(LocalDate first, LocalDate last, @Nullable String district);
}
