package org.nuancan.retention;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.CrudRepository;
import java.time.LocalDate;

@JdbcRepository(dialect = Dialect.MYSQL)
interface RetentionMarkRepository extends CrudRepository<RetentionMarkEntity, String> {

    /// Sets the mark of a kind; never to an earlier day.
    @Query(
            """
            insert into retention_mark (kind, before_date) values (:kind, :before)
            on duplicate key update
                before_date = greatest(before_date, values(before_date))
            """)
    void advance(String kind, LocalDate before);
}
