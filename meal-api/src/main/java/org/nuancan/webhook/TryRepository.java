package org.nuancan.webhook;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.CrudRepository;
import java.util.List;

@JdbcRepository(dialect = Dialect.MYSQL)
interface TryRepository extends CrudRepository<TryEntity, TryEntity.Key> {

    @Query(
            """
            select *
              from webhook_try
             where delivery_id in (:deliveryIds)
             order by delivery_id, number
            """)
    List<TryEntity> list(List<Long> deliveryIds);
}
