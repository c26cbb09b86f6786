package org.nuancan.ordering.record;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.CrudRepository;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.nuancan.db.UtcMicros;
import org.nuancan.ordering.FailureReason;
import org.nuancan.ordering.PreorderState;
import org.nuancan.policy.fact.Fulfilment;
import org.nuancan.policy.fact.Slot;

/// Orders for days to come, without their items.
@JdbcRepository(dialect = Dialect.MYSQL)
public interface PreorderRepository extends CrudRepository<PreorderEntity, Long> {

    /// An order that is still to be cooked or handed over.
    @Introspected
    record Open(long orderId, LocalDate serviceDate, Fulfilment fulfilment) {}

    /// A day for which an elder's meal was cancelled.
    @Introspected
    record Cancelled(long elderId, LocalDate serviceDate) {}

    /// As [#findById], with the row locked until the transaction ends.
    @Query("select * from preorder where order_id = :orderId for update")
    Optional<PreorderEntity> lock(long orderId);

    @Query("select * from preorder where order_id in (:orderIds) order by order_id")
    List<PreorderEntity> list(Collection<Long> orderIds);

    /// All orders of a meal of a site.
    @Query(
            """
            select * from preorder
             where site_id = :siteId and service_date = :date and slot = :slot
             order by order_id
            """)
    List<PreorderEntity> ofMeal(long siteId, LocalDate date, Slot slot);

    /// The orders of a meal that the kitchen reported cooked.
    @Query(
            """
            select order_id from preorder
             where site_id = :siteId and service_date = :date and slot = :slot and cooked = 1
            """)
    List<Long> cookedOfMeal(long siteId, LocalDate date, Slot slot);

    /// The orders of an elder at a site for a day that can still be collected.
    @Query(
            """
            select * from preorder
             where elder_id = :elderId and service_date = :date and site_id = :siteId
               and state in ('PLACED', 'ACCEPTED', 'PREPARED', 'FAILED')
               and fulfilment <> 'DELIVERY'
             order by order_id
            """)
    List<PreorderEntity> toCollect(long elderId, long siteId, LocalDate date);

    /// The orders of an elder for a meal that are neither cancelled nor failed.
    @Query(
            """
            select * from preorder
             where elder_id = :elderId and service_date = :date and slot = :slot
               and state not in ('CANCELLED', 'FAILED')
            """)
    List<PreorderEntity> ofElder(long elderId, LocalDate date, Slot slot);

    /// Orders after one that a caller may see. A null parameter does not filter.
    ///
    /// @param area as the other fields of [OrderScope]
    /// @param any whether a word does not filter; else the order has this id or one of these elders
    @Query(
            """
            select * from preorder
             where order_id > :after
               and (:area is null
                    or household_division like concat(:area, '%')
                    or residence_division like concat(:area, '%'))
               and (:ownSiteId is null or site_id = :ownSiteId)
               and (:providerId is null or provider_id = :providerId
                    or delivery_provider_id = :providerId)
               and (:carrierId is null or fulfilment = 'DELIVERY'
                    and coalesce(delivery_provider_id, provider_id) = :carrierId)
               and (:deliveredBy is null or fulfilment = 'DELIVERY'
                    and coalesce(delivery_provider_id, provider_id) = :deliveredBy)
               and (:elderId is null or elder_id = :elderId)
               and (:siteId is null or site_id = :siteId)
               and (:date is null or service_date = :date)
               and (:slot is null or slot = :slot)
               and (:state is null or state = :state)
               and (:any or order_id = :wordId or elder_id in (:wordElders))
             order by order_id
             limit :most
            """)
    List<PreorderEntity> list(
            long after,
            @Nullable String area,
            @Nullable Long ownSiteId,
            @Nullable Long providerId,
            @Nullable Long carrierId,
            @Nullable Long deliveredBy,
            @Nullable Long elderId,
            @Nullable Long siteId,
            @Nullable LocalDate date,
            @Nullable Slot slot,
            @Nullable PreorderState state,
            boolean any,
            long wordId,
            Collection<Long> wordElders,
            int most);

    /// Orders up to and including a day that are still open.
    @Query(
            """
            select order_id, service_date, fulfilment
              from preorder
             where state in ('PLACED', 'ACCEPTED', 'PREPARED', 'OUT')
               and service_date <= :until and order_id > :after
             order by order_id
             limit :most
            """)
    List<Open> listOpen(LocalDate until, long after, int most);

    @Query(
            """
            select distinct elder_id, service_date
              from preorder
             where elder_id in (:elderIds) and service_date between :from and :to
               and state = 'CANCELLED'
            """)
    List<Cancelled> listCancelled(Collection<Long> elderIds, LocalDate from, LocalDate to);

    /// The sites with orders for a meal that a provider delivers and that have not left.
    @Query(
            """
            select distinct site_id from preorder
             where service_date = :date and slot = :slot and fulfilment = 'DELIVERY'
               and state in ('PLACED', 'ACCEPTED', 'PREPARED')
               and coalesce(delivery_provider_id, provider_id) = :carrierId
             order by site_id
            """)
    List<Long> sitesToCarry(long carrierId, LocalDate date, Slot slot);

    /// Failed orders that a caller may see and whose hand-over was reported after their day was
    /// closed, before one, the latest ordered first. A null parameter does not filter.
    ///
    /// @param area as the fields of [OrderScope]
    @Query(
            """
            select * from preorder o
             where o.order_id < :before and o.state = 'FAILED'
               and (:area is null
                    or o.household_division like concat(:area, '%')
                    or o.residence_division like concat(:area, '%'))
               and (:carrierId is null or o.fulfilment = 'DELIVERY'
                    and coalesce(o.delivery_provider_id, o.provider_id) = :carrierId)
               and exists (select 1 from preorder_step s
                            where s.order_id = o.order_id and s.kind = 'DELIVER'
                              and s.outcome = 'REFUSED')
             order by o.order_id desc
             limit :most
            """)
    List<PreorderEntity> listProvenTooLate(
            long before, @Nullable String area, @Nullable Long carrierId, int most);

    /// Writes the state of an order, whose row is locked.
    @Query(
            """
            update preorder
               set state = :state, cooked = :cooked, failure_reason = :failure, steps = :steps
             where order_id = :orderId
            """)
    void progress(
            long orderId,
            PreorderState state,
            boolean cooked,
            @Nullable FailureReason failure,
            int steps);

    /// @return 0 if the failure is already confirmed
    @Query(
            """
            update preorder
               set failure_confirmed_by = :by, failure_confirmed_at = :at
             where order_id = :orderId and failure_confirmed_by is null
            """)
    int confirmFailure(long orderId, String by, @UtcMicros Instant at);

    boolean existsByOrderIdAndFailureConfirmedByIsNotNull(long orderId);
}
