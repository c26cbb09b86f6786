package org.nuancan.receipt;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.CrudRepository;
import java.util.Collection;
import java.util.List;

@JdbcRepository(dialect = Dialect.MYSQL)
interface ReceiptMatchRepository
        extends CrudRepository<ReceiptMatchEntity, ReceiptMatchEntity.Key> {

    /// Amount paid on a statement.
    @Introspected
    record PaidIn(long statementId, long fen) {}

    /// Adds an amount that a receipt pays of a subject.
    @Query(
            """
            insert into receipt_match (receipt_id, subject_kind, subject_id, fen)
            values (:receiptId, :kind, :subjectId, :fen)
            on duplicate key update fen = receipt_match.fen + :fen
            """)
    void add(long receiptId, Subject.Kind kind, long subjectId, long fen);

    @Query(
            """
            select * from receipt_match
             where receipt_id in (:receiptIds)
             order by receipt_id, subject_kind, subject_id
            """)
    List<ReceiptMatchEntity> list(Collection<Long> receiptIds);

    /// Amounts paid, by statement.
    @Query(
            """
            select subject_id as statement_id, sum(fen) as fen
              from receipt_match
             where subject_kind = 'DEBT' and subject_id in (:statementIds)
             group by subject_id
            """)
    List<PaidIn> paidIn(Collection<Long> statementIds);
}
