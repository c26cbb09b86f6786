package org.nuancan.payment;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.nuancan.db.Ids;
import org.nuancan.payment.BankAnswer.Rest;
import org.nuancan.payment.Batch.Payment;
import org.nuancan.payment.Result.Taken;
import org.nuancan.review.Reviewer;

/// Keeps every line of the bank's answers with what it did (`payment_result`).
@Singleton
final class KeptResults {

    private static final int LONGEST_PLACE = 80;

    /// A line with its number in the answer, counted from 0.
    record Numbered<T>(int number, T line) {

        static <T> List<Numbered<T>> from(int first, List<T> lines) {
            var numbered = new ArrayList<Numbered<T>>(lines.size());
            lines.forEach(line -> numbered.add(new Numbered<>(first + numbered.size(), line)));
            return numbered;
        }
    }

    /// Where lines come from.
    ///
    /// @param answerId of a large file
    /// @param reporter who read them in
    record Source(Batch batch, Optional<Long> answerId, Reviewer reporter) {}

    private final Ids ids;
    private final Clock clock;

    KeptResults(Ids ids, Clock clock) {
        this.ids = ids;
        this.clock = clock;
    }

    void write(
            Connection connection,
            Source source,
            List<Numbered<Taken>> taken,
            List<Numbered<Rest>> rest)
            throws SQLException {
        var now = clock.instant();
        var lines =
                org.nuancan.db.Batch.into(
                        "payment_result",
                        "result_id",
                        "batch_id",
                        "answer_id",
                        "line_number",
                        "payment_id",
                        "end_to_end_id",
                        "outcome",
                        "fen",
                        "reason",
                        "effect",
                        "place",
                        "reported_by",
                        "reported_at");
        for (var one : taken) {
            var result = one.line().result();
            lines.row(
                    ids.next(),
                    source.batch().batchId(),
                    source.answerId().orElse(null),
                    one.number(),
                    one.line().payment().map(Payment::paymentId).orElse(null),
                    result.endToEndId(),
                    result.outcome(),
                    result.fen().map(fen -> fen.value()).orElse(null),
                    result.reason().orElse(null),
                    one.line().effect(),
                    place(one.line().place().toString()),
                    source.reporter().name(),
                    now);
        }
        for (var one : rest) {
            lines.row(
                    ids.next(),
                    source.batch().batchId(),
                    source.answerId().orElse(null),
                    one.number(),
                    null,
                    one.line().name(),
                    null,
                    null,
                    one.line().why(),
                    one.line().effect(),
                    place(one.line().place().toString()),
                    source.reporter().name(),
                    now);
        }
        lines.write(connection);
    }

    private static String place(String text) {
        return text.substring(0, Math.min(LONGEST_PLACE, text.length()));
    }
}
