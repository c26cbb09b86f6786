package org.nuancan.elder.file;

import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.CrudRepository;

/// Statuses of elders, numbered by the changes that set them.
@JdbcRepository(dialect = Dialect.MYSQL)
public interface ElderStatusRepository
        extends CrudRepository<ElderStatusEntity, ElderStatusEntity.Key> {}
