package org.nuancan.retention;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.CrudRepository;
import java.util.List;

@JdbcRepository(dialect = Dialect.MYSQL)
interface RetentionRunRepository extends CrudRepository<RetentionRunEntity, Long> {

    @Query("select * from retention_run where run_id < :before order by run_id desc limit :most")
    List<RetentionRunEntity> list(long before, int most);
}
