package org.nuancan.provider;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.CrudRepository;
import java.util.Optional;

@JdbcRepository(dialect = Dialect.MYSQL)
interface ChangeRepository extends CrudRepository<ChangeEntity, Long> {

    /// The last change of a record.
    @Query(
            """
            select * from provider_change
             where subject = :subject and subject_id = :subjectId
             order by change_id desc
             limit 1
            """)
    Optional<ChangeEntity> last(String subject, long subjectId);
}
