package org.nuancan.payment;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.nuancan.db.Ids;
import org.nuancan.db.Row;
import org.nuancan.db.Sql;
import org.nuancan.payment.LargeAnswers.Line;
import org.nuancan.payment.LargeAnswers.PaymentOf;
import org.nuancan.payment.LargeAnswers.Worked;
import org.nuancan.payment.Result.Effect;
import org.nuancan.review.Reviewer;

/// Keeps how far large files were worked off (`payment_answer`), and reads what they did.
@Singleton
final class AnswerRows {

    /// How far a file was worked off.
    ///
    /// @param done lines, in the order in which they are worked off
    record Progress(long answerId, int done) {}

    private static final String LINES =
            """
            select r.place, r.end_to_end_id, r.outcome, r.effect, r.reason, r.payment_id, p.state
              from payment_result r
              left join payment p on p.payment_id = r.payment_id
             where r.answer_id = ? and r.payment_id is\
            """;

    private static final String IN_ORDER = " null order by r.line_number limit ?";

    private final Ids ids;
    private final Clock clock;

    AnswerRows(Ids ids, Clock clock) {
        this.ids = ids;
        this.clock = clock;
    }

    /// Begins a file unless it is begun.
    ///
    /// @param hash of its lines
    Progress begin(Connection connection, long batchId, String hash, int lines, Reviewer reporter)
            throws SQLException {
        var _ =
                Sql.on(
                                connection,
                                """
                                insert into payment_answer
                                    (answer_id, batch_id, content_hash, line_count, done,
                                     begun_by, begun_at)
                                values (?, ?, ?, ?, 0, ?, ?)
                                on duplicate key update done = done
                                """)
                        .with(ids.next(), batchId, hash, lines, reporter.name(), clock.instant())
                        .run();
        return Sql.on(
                        connection,
                        """
                        select answer_id, done from payment_answer
                         where batch_id = ? and content_hash = ?
                        """)
                .with(batchId, hash)
                .one(AnswerRows::progress);
    }

    /// Locks a file until the transaction ends.
    ///
    /// @return empty if it was worked off and answered
    Optional<Progress> lock(Connection connection, long answerId) throws SQLException {
        return Sql.on(
                        connection,
                        "select answer_id, done from payment_answer where answer_id = ? for update")
                .with(answerId)
                .first(AnswerRows::progress);
    }

    private static Progress progress(Row row) throws SQLException {
        return new Progress(row.number("answer_id"), row.integer("done"));
    }

    /// Writes how far a file that is locked was worked off.
    void write(Connection connection, Progress progress) throws SQLException {
        var _ =
                Sql.on(connection, "update payment_answer set done = ? where answer_id = ?")
                        .with(progress.done(), progress.answerId())
                        .run();
    }

    /// Reads what a file did that was worked off, and forgets how far it was: sent again, it begins
    /// anew.
    Worked end(Connection connection, long answerId) throws SQLException {
        var listed = new ArrayList<Line>();
        for (var whose : List.of(" not", "")) {
            listed.addAll(
                    Sql.on(connection, LINES + whose + IN_ORDER)
                            .with(answerId, LargeAnswers.MOST_LISTED - listed.size())
                            .list(AnswerRows::line));
        }
        var _ =
                Sql.on(connection, "delete from payment_answer where answer_id = ?")
                        .with(answerId)
                        .run();
        return Sql.on(
                        connection,
                        """
                        select count(*) as line_count,
                               coalesce(sum(effect = 'APPLIED'), 0) as applied
                          from payment_result
                         where answer_id = ?
                        """)
                .with(answerId)
                .one(row -> new Worked(row.integer("applied"), row.integer("line_count"), listed));
    }

    private static Line line(Row row) throws SQLException {
        var paymentId = row.maybeNumber("payment_id");
        return new Line(
                row.maybeText("place").orElse(""),
                row.text("end_to_end_id"),
                paymentId.isPresent()
                        ? Optional.of(
                                new PaymentOf(
                                        paymentId.get(), row.name("state", PaymentState.class)))
                        : Optional.empty(),
                row.maybeText("outcome").map(PaymentState::valueOf),
                row.name("effect", Effect.class),
                row.maybeText("reason"));
    }
}
