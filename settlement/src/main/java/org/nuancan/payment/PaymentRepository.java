package org.nuancan.payment;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.CrudRepository;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.nuancan.db.UtcMicros;

@JdbcRepository(dialect = Dialect.MYSQL)
interface PaymentRepository extends CrudRepository<PaymentEntity, Long> {

    @Query("select * from payment where batch_id in (:batchIds) order by payment_id")
    List<PaymentEntity> list(Collection<Long> batchIds);

    /// Payments of a batch, locked until the transaction ends, in the order of their ids.
    @Query(
            """
            select * from payment
             where payment_id in (:paymentIds) and batch_id = :batchId
             order by payment_id
               for update
            """)
    List<PaymentEntity> lock(long batchId, Collection<Long> paymentIds);

    /// Moves a payment that is in the expected state.
    ///
    /// @return number of changed rows: 0 if it is in another state
    @Query(
            """
            update payment
               set state = :next, reason = :reason, state_since = :at
             where payment_id = :paymentId and state = :from
            """)
    int move(
            long paymentId,
            PaymentState from,
            PaymentState next,
            @Nullable String reason,
            @UtcMicros Instant at);
}
