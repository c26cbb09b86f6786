package org.nuancan.menu;

import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.CrudRepository;
import java.util.List;

@JdbcRepository(dialect = Dialect.MYSQL)
interface DishRepository extends CrudRepository<DishEntity, DishEntity.Key> {

    List<DishEntity> findByIdSiteIdOrderByPosition(long siteId);

    int deleteByIdSiteId(long siteId);
}
