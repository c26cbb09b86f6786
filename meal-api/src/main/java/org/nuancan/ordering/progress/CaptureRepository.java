package org.nuancan.ordering.progress;

import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.CrudRepository;

/// Captures of orders, one row for each order that was handed over.
@JdbcRepository(dialect = Dialect.MYSQL)
public interface CaptureRepository extends CrudRepository<CaptureEntity, Long> {}
