package org.nuancan.payment;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import org.nuancan.db.Ids;
import org.nuancan.payment.BankAnswer.Rest;
import org.nuancan.payment.Batch.Payment;
import org.nuancan.payment.Result.Taken;
import org.nuancan.review.Reviewer;

/// Keeps every line of the bank's answers with what it did (`payment_result`).
@Singleton
final class KeptResults {

    private static final int LONGEST_PLACE = 80;

    private final Ids ids;
    private final Clock clock;

    KeptResults(Ids ids, Clock clock) {
        this.ids = ids;
        this.clock = clock;
    }

    void write(
            Connection connection,
            Batch batch,
            List<Taken> taken,
            List<Rest> rest,
            Reviewer reporter)
            throws SQLException {
        var now = clock.instant();
        var lines =
                org.nuancan.db.Batch.into(
                        "payment_result",
                        "result_id",
                        "batch_id",
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
            var result = one.result();
            lines.row(
                    ids.next(),
                    batch.batchId(),
                    one.payment().map(Payment::paymentId).orElse(null),
                    result.endToEndId(),
                    result.outcome(),
                    result.fen().map(fen -> fen.value()).orElse(null),
                    result.reason().orElse(null),
                    one.effect(),
                    place(one.place().toString()),
                    reporter.name(),
                    now);
        }
        for (var one : rest) {
            lines.row(
                    ids.next(),
                    batch.batchId(),
                    null,
                    one.name(),
                    null,
                    null,
                    one.why(),
                    one.effect(),
                    place(one.place().toString()),
                    reporter.name(),
                    now);
        }
        lines.write(connection);
    }

    private static String place(String text) {
        return text.substring(0, Math.min(LONGEST_PLACE, text.length()));
    }
}
