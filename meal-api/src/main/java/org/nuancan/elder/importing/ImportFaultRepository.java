package org.nuancan.elder.importing;

import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.CrudRepository;
import java.util.List;

@JdbcRepository(dialect = Dialect.MYSQL)
interface ImportFaultRepository extends CrudRepository<ImportFaultEntity, ImportFaultEntity.Key> {

    List<ImportFaultEntity> findByIdImportIdOrderByIdLine(long importId);
}
