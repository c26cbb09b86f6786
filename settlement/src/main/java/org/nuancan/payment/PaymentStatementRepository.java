package org.nuancan.payment;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.CrudRepository;
import java.util.Collection;
import java.util.List;

@JdbcRepository(dialect = Dialect.MYSQL)
interface PaymentStatementRepository
        extends CrudRepository<PaymentStatementEntity, PaymentStatementEntity.Key> {

    @Query("select * from payment_statement where batch_id in (:batchIds) order by statement_id")
    List<PaymentStatementEntity> list(Collection<Long> batchIds);

    @Query(
            """
            select statement_id
              from payment_statement
             where payment_id = :paymentId
             order by statement_id
            """)
    List<Long> statementsOf(long paymentId);
}
