package org.nuancan.elder.importing;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.CrudRepository;

@JdbcRepository(dialect = Dialect.MYSQL)
interface ImportPartRepository extends CrudRepository<ImportPartEntity, ImportPartEntity.Key> {

    @Query("delete from elder_import_part where import_id = :importId")
    void deleteFile(long importId);
}
