package org.nuancan.payment;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.CrudRepository;
import java.util.List;
import org.jspecify.annotations.Nullable;

@JdbcRepository(dialect = Dialect.MYSQL)
interface PaymentBatchRepository extends CrudRepository<PaymentBatchEntity, Long> {

    /// The batches with smaller ids, in descending order of their ids.
    ///
    /// @param district null for all
    @Query(
            """
            select * from payment_batch
             where batch_id < :before and (:district is null or district_code = :district)
             order by batch_id desc
             limit :most
            """)
    List<PaymentBatchEntity> list(@Nullable String district, long before, int most);
}
