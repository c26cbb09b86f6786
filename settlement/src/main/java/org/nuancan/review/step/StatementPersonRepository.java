package org.nuancan.review.step;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.CrudRepository;
import java.util.Collection;

/// Persons who acted on statements, each with the level at which the person acted first.
@JdbcRepository(dialect = Dialect.MYSQL)
public interface StatementPersonRepository
        extends CrudRepository<StatementPersonEntity, StatementPersonEntity.Key> {

    /// Adds a person; an existing row is not changed.
    @Query(
            """
            insert into statement_person (statement_id, person, level)
            values (:statementId, :person, :level)
            on duplicate key update level = statement_person.level
            """)
    void add(long statementId, String person, Level level);

    @Query("delete from statement_person where statement_id in (:statementIds)")
    void delete(Collection<Long> statementIds);
}
