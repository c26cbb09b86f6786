package org.nuancan.delivery;

import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.CrudRepository;
import java.util.List;

@JdbcRepository(dialect = Dialect.MYSQL)
interface TooOldRepository extends CrudRepository<TooOldEntity, TooOldEntity.Key> {

    List<TooOldEntity> findByIdRunIdOrderByIdBatchId(long runId);

    void deleteByIdRunId(long runId);
}
