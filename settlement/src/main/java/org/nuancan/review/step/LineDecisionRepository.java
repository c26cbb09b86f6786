package org.nuancan.review.step;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.CrudRepository;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/// Decisions about lines; `open` is 1 while a line is on hold, null afterwards.
@JdbcRepository(dialect = Dialect.MYSQL)
public interface LineDecisionRepository extends CrudRepository<LineDecisionEntity, Long> {

    List<LineDecisionEntity> findByStatementIdOrderByDecisionId(long statementId);

    List<LineDecisionEntity> findByOrderIdOrderByDecisionId(long orderId);

    @Query(
            """
            select * from line_decision
             where journal_id = :journalId and provider_id = :providerId and open = 1
            """)
    Optional<LineDecisionEntity> hold(long journalId, long providerId);

    @Query(
            """
            update line_decision
               set state = :state, left_fen = 0, open = null
             where decision_id = :decisionId and open = 1
            """)
    void end(long decisionId, Decisions.State state);

    @Query(
            """
            update line_decision
               set left_fen = left_fen - :fen
             where decision_id = :decisionId and open = 1
            """)
    void lower(long decisionId, long fen);

    /// The given statements that have a line on hold.
    @Query(
            """
            select distinct statement_id from line_decision
             where statement_id in (:statementIds) and open = 1
            """)
    List<Long> open(Collection<Long> statementIds);

    @Query("delete from line_decision where statement_id in (:statementIds)")
    void delete(Collection<Long> statementIds);
}
