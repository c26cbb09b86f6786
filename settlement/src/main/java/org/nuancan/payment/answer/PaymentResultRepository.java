package org.nuancan.payment.answer;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.CrudRepository;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.nuancan.payment.PaymentState;

@JdbcRepository(dialect = Dialect.MYSQL)
interface PaymentResultRepository extends CrudRepository<PaymentResultEntity, Long> {

    /// A line of a file, with its payment's present state.
    @Introspected
    record LineRow(
            @Nullable String place,
            String endToEndId,
            @Nullable PaymentState outcome,
            Result.Effect effect,
            @Nullable String reason,
            @Nullable Long paymentId,
            @Nullable PaymentState state) {}

    /// Number of lines of a file, and of those that moved a payment.
    @Introspected
    record Counted(int lineCount, int applied) {}

    /// The lines of a file about payments of the batch, in their order.
    @Query(
            """
            select r.place, r.end_to_end_id, r.outcome, r.effect, r.reason, r.payment_id, p.state
              from payment_result r
              left join payment p on p.payment_id = r.payment_id
             where r.answer_id = :answerId and r.payment_id is not null
             order by r.line_number
             limit :most
            """)
    List<LineRow> ofPayments(long answerId, int most);

    /// The other lines of a file, in their order.
    @Query(
            """
            select r.place, r.end_to_end_id, r.outcome, r.effect, r.reason, r.payment_id,
                   null as state
              from payment_result r
             where r.answer_id = :answerId and r.payment_id is null
             order by r.line_number
             limit :most
            """)
    List<LineRow> ofNoPayment(long answerId, int most);

    @Query(
            """
            select count(*) as line_count,
                   coalesce(sum(effect = 'APPLIED'), 0) as applied
              from payment_result
             where answer_id = :answerId
            """)
    Counted count(long answerId);
}
