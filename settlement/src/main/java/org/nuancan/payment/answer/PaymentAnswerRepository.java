package org.nuancan.payment.answer;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.CrudRepository;
import java.time.Instant;
import java.util.Optional;
import org.nuancan.db.UtcMicros;

@JdbcRepository(dialect = Dialect.MYSQL)
interface PaymentAnswerRepository extends CrudRepository<PaymentAnswerEntity, Long> {

    /// Adds a file unless it exists.
    @Query(
            """
            insert into payment_answer
                (answer_id, batch_id, content_hash, line_count, done, begun_by, begun_at)
            values (:answerId, :batchId, :hash, :lines, 0, :by, :now)
            on duplicate key update done = done
            """)
    void add(
            long answerId, long batchId, String hash, int lines, String by, @UtcMicros Instant now);

    PaymentAnswerEntity getByBatchIdAndContentHash(long batchId, String contentHash);

    /// A file, locked until the transaction ends.
    @Query("select * from payment_answer where answer_id = :answerId for update")
    Optional<PaymentAnswerEntity> lock(long answerId);

    @Query("update payment_answer set done = :done where answer_id = :answerId")
    void write(long answerId, int done);

    @Query("delete from payment_answer where answer_id = :answerId")
    void delete(long answerId);
}
