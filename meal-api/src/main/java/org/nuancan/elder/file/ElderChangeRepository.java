package org.nuancan.elder.file;

import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.CrudRepository;
import java.util.List;

/// The history of elders' records; rows are only added.
@JdbcRepository(dialect = Dialect.MYSQL)
public interface ElderChangeRepository
        extends CrudRepository<ElderChangeEntity, ElderChangeEntity.Key> {

    List<ElderChangeEntity> findByIdElderIdOrderByIdNumber(long elderId);
}
