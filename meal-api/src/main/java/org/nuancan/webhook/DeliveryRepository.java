package org.nuancan.webhook;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.CrudRepository;
import java.time.Instant;
import java.util.List;
import org.nuancan.db.UtcMicros;

@JdbcRepository(dialect = Dialect.MYSQL)
interface DeliveryRepository extends CrudRepository<DeliveryEntity, Long> {

    /// An address with a delivery that is due.
    @Introspected
    record HookDue(long webhookId, String url, String scope) {}

    /// A delivery with its address.
    @Introspected
    record DeliveryDue(
            long deliveryId,
            long webhookId,
            int tries,
            String content,
            String url,
            String scope,
            String sealedSecret) {}

    /// Addresses with due deliveries, the one that has waited longest first.
    @Query(
            """
            select h.webhook_id, h.url, h.scope
              from (select webhook_id, min(next_try_at) as due_at
                      from webhook_delivery
                     where state = 'WAITING'
                     group by webhook_id) d
              join webhook h on h.webhook_id = d.webhook_id
             where d.due_at <= :now
             order by d.due_at
            """)
    List<HookDue> listHooksDue(@UtcMicros Instant now);

    /// Deliveries that are due, except those locked by another transaction.
    @Query(
            """
            select delivery_id
              from webhook_delivery
             where state = 'WAITING' and webhook_id = :webhookId and next_try_at <= :now
             order by next_try_at
             limit :most
               for update skip locked
            """)
    List<Long> lockDue(long webhookId, @UtcMicros Instant now, int most);

    @Query(
            """
            select d.delivery_id, d.webhook_id, d.tries, d.content, h.url, h.scope,
                   h.sealed_secret
              from webhook_delivery d
              join webhook h on h.webhook_id = d.webhook_id
             where d.delivery_id in (:deliveryIds)
            """)
    List<DeliveryDue> listDue(List<Long> deliveryIds);

    @Query(
            """
            update webhook_delivery
               set tries = tries + 1, next_try_at = :until
             where delivery_id in (:deliveryIds)
            """)
    void lease(List<Long> deliveryIds, @UtcMicros Instant until);

    @Query(
            """
            update webhook_delivery
               set next_try_at = :at
             where delivery_id = :deliveryId and state = 'WAITING'
            """)
    void tryAgain(long deliveryId, @UtcMicros Instant at);

    @Query(
            """
            update webhook_delivery
               set state = :ended, next_try_at = null, ended_at = :at
             where delivery_id = :deliveryId and state = 'WAITING'
            """)
    void end(long deliveryId, DeliveryState ended, @UtcMicros Instant at);

    /// Ends the waiting deliveries of an address as given up.
    @Query(
            """
            update webhook_delivery
               set state = 'GIVEN_UP', next_try_at = null, ended_at = :at
             where webhook_id = :webhookId and state = 'WAITING'
            """)
    void giveUp(long webhookId, @UtcMicros Instant at);

    /// The deliveries to an address, the latest first.
    @Query(
            """
            select delivery_id, type, state, created_at, next_try_at, ended_at
              from webhook_delivery
             where webhook_id = :webhookId and delivery_id < :before
             order by delivery_id desc
             limit :most
            """)
    List<DeliveryEntity.Head> list(long webhookId, long before, int most);

    /// Deletes older deliveries that have ended, some rows at a time.
    ///
    /// @return number of deleted rows
    @Query(
            """
            delete from webhook_delivery
             where created_at < :before and state <> 'WAITING'
             order by created_at
             limit 2000
            """)
    int removeEnded(@UtcMicros Instant before);
}
