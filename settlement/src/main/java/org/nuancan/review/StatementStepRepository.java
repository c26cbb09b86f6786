package org.nuancan.review;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.CrudRepository;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

@JdbcRepository(dialect = Dialect.MYSQL)
interface StatementStepRepository extends CrudRepository<StatementStepEntity, Long> {

    /// The steps of a statement after a version, in their order.
    @Query(
            """
            select * from statement_step
             where statement_id = :statementId and version > :after
             order by version
             limit :most
            """)
    List<StatementStepEntity> list(long statementId, int after, int most);

    /// The last step that paid the statement of a provider and day, if it is paid.
    @Query(
            """
            select t.*
              from statement s
              join statement_step t on t.statement_id = s.statement_id
             where s.provider_id = :providerId and s.statement_date = :date
               and s.state = 'PAID' and t.to_state = 'PAID'
             order by t.version desc
             limit 1
            """)
    Optional<StatementStepEntity> paying(long providerId, LocalDate date);

    @Query("delete from statement_step where statement_id in (:statementIds)")
    void delete(Collection<Long> statementIds);
}
