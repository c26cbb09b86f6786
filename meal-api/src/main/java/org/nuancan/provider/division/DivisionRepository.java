package org.nuancan.provider.division;

import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.CrudRepository;
import io.micronaut.transaction.annotation.ReadOnly;
import java.util.List;

@JdbcRepository(dialect = Dialect.MYSQL)
interface DivisionRepository extends CrudRepository<DivisionEntity, String> {

    @Override
    @ReadOnly
    List<DivisionEntity> findAll();
}
