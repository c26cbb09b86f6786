package org.nuancan.review.step;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.CrudRepository;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/// The history of statements: one row for each version.
@JdbcRepository(dialect = Dialect.MYSQL)
public interface StatementStepRepository extends CrudRepository<StatementStepEntity, Long> {

    /// The steps of a statement after a version, in their order.
    @Query(
            """
            select * from statement_step
             where statement_id = :statementId and version > :after
             order by version
             limit :most
            """)
    List<StatementStepEntity> list(long statementId, int after, int most);

    /// The last step that paid a statement.
    @Query(
            """
            select * from statement_step
             where statement_id = :statementId and to_state = 'PAID'
             order by version desc
             limit 1
            """)
    Optional<StatementStepEntity> paying(long statementId);

    /// The steps of some statements, statement by statement in their order.
    @Query(
            """
            select * from statement_step
             where statement_id in (:statementIds)
             order by statement_id, version
            """)
    List<StatementStepEntity> ofAll(Collection<Long> statementIds);

    @Query("delete from statement_step where statement_id in (:statementIds)")
    void delete(Collection<Long> statementIds);
}
