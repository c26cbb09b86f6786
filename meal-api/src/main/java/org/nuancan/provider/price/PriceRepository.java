package org.nuancan.provider.price;

import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.CrudRepository;
import java.util.List;

@JdbcRepository(dialect = Dialect.MYSQL)
interface PriceRepository extends CrudRepository<PriceEntity, PriceEntity.Key> {

    List<PriceEntity> findByIdListIdOrderByPosition(long listId);
}
