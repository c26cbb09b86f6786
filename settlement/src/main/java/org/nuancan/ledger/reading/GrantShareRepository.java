package org.nuancan.ledger.reading;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Sums of the parts of grants that payers and providers bear. A loss that a payer bears has its
/// reason in place of a policy's code and is no grant.
@JdbcRepository(dialect = Dialect.MYSQL)
interface GrantShareRepository extends GenericRepository<JournalEntity, Long> {

    /// The part of a payer in an order's grants under one policy.
    @Introspected
    record OfOrder(long orderId, String payer, String policyCode, long fen) {}

    /// The part of a payer in the grants for a site's meals.
    @Introspected
    record OfSite(long siteId, String payer, long fen) {}

    @Query(
            """
            select j.order_id, if(p.account_kind = 'claim', p.account_owner, 'PROVIDER') as payer,
                   p.policy_code, cast(sum(p.fen) as signed) as fen
              from journal j
              join posting p on p.journal_id = j.journal_id
             where j.order_id in (:orderIds)
               and p.account_kind in ('claim', 'discount') and p.policy_code is not null
               and (p.reason is null or p.reason <> p.policy_code)
             group by j.order_id, payer, p.policy_code
            having sum(p.fen) <> 0
             order by j.order_id, payer, p.policy_code
            """)
    List<OfOrder> ofOrders(Collection<Long> orderIds);

    /// @param bookedFrom a day before the first booking of these meals, since the index is by
    ///   booking date
    /// @param district limits the result to the books of one district; null for all
    @Query(
            """
            select j.site_id, if(p.account_kind = 'claim', p.account_owner, 'PROVIDER') as payer,
                   cast(sum(p.fen) as signed) as fen
              from journal j
              join posting p on p.journal_id = j.journal_id
             where j.booking_date >= :bookedFrom and j.service_date between :from and :to
               and j.site_id is not null
               and (:district is null or j.paying_district = :district)
               and p.account_kind in ('claim', 'discount') and p.policy_code is not null
               and (p.reason is null or p.reason <> p.policy_code)
             group by j.site_id, payer
            """)
    List<OfSite> bySite(
            LocalDate bookedFrom, LocalDate from, LocalDate to, @Nullable String district);
}
