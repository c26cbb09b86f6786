package org.nuancan.review.step;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.CrudRepository;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.nuancan.db.UtcMicros;
import org.nuancan.review.step.Disputes.Verdict;

/// Disputes about statements; `open` is 1 until the verdict, null afterwards.
@JdbcRepository(dialect = Dialect.MYSQL)
public interface StatementDisputeRepository extends CrudRepository<StatementDisputeEntity, Long> {

    List<StatementDisputeEntity> findByStatementIdOrderByDisputeId(long statementId);

    Optional<StatementDisputeEntity> findByStatementIdAndDisputeId(
            long statementId, long disputeId);

    boolean existsByStatementIdAndOpen(long statementId, int open);

    boolean existsByStatementIdAndOrderIdAndOpen(long statementId, long orderId, int open);

    @Query(
            """
            update statement_dispute
               set open = null, outcome = :verdict, answer = :answer, resolved_by = :by,
                   resolved_at = :at
             where dispute_id = :disputeId and open = 1
            """)
    void close(long disputeId, Verdict verdict, String answer, String by, @UtcMicros Instant at);

    /// The given statements that have an open dispute.
    @Query(
            """
            select distinct statement_id from statement_dispute
             where statement_id in (:statementIds) and open = 1
            """)
    List<Long> open(Collection<Long> statementIds);

    @Query("delete from statement_dispute where statement_id in (:statementIds)")
    void delete(Collection<Long> statementIds);
}
