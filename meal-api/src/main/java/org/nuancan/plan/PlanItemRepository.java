package org.nuancan.plan;

import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.CrudRepository;
import java.util.List;

@JdbcRepository(dialect = Dialect.MYSQL)
interface PlanItemRepository extends CrudRepository<PlanItemEntity, PlanItemEntity.Key> {

    List<PlanItemEntity> findByIdPlanIdOrderByIdLine(long planId);
}
