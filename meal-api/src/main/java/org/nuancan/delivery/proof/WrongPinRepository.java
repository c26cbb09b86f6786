package org.nuancan.delivery.proof;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.CrudRepository;

@JdbcRepository(dialect = Dialect.MYSQL)
interface WrongPinRepository extends CrudRepository<WrongPinEntity, Long> {

    /// Counts one more wrong PIN.
    @Query(
            """
            insert into delivery_wrong_pin (order_id, tries) values (:orderId, 1)
            on duplicate key update tries = tries + 1
            """)
    void count(long orderId);
}
