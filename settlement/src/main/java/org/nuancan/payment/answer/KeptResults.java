package org.nuancan.payment.answer;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.nuancan.db.Ids;
import org.nuancan.money.Fen;
import org.nuancan.payment.Batch;
import org.nuancan.payment.Batch.Payment;
import org.nuancan.payment.answer.BankAnswer.Rest;
import org.nuancan.payment.answer.Result.Taken;
import org.nuancan.review.step.Reviewer;

/// Stores every line of the bank's answers with its effect (`payment_result`).
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

    /// The source of lines.
    ///
    /// @param answerId id of a large file's answer
    /// @param reporter the person who imported them
    record Source(Batch batch, Optional<Long> answerId, Reviewer reporter) {}

    private final PaymentResultRepository results;
    private final Ids ids;
    private final Clock clock;

    KeptResults(PaymentResultRepository results, Ids ids, Clock clock) {
        this.results = results;
        this.ids = ids;
        this.clock = clock;
    }

    void write(Source source, List<Numbered<Taken>> taken, List<Numbered<Rest>> rest) {
        var now = clock.instant();
        var lines = new ArrayList<PaymentResultEntity>();
        for (var numbered : taken) {
            lines.add(taken(source, numbered, now));
        }
        for (var numbered : rest) {
            lines.add(rest(source, numbered, now));
        }
        var _ = results.saveAll(lines);
    }

    private PaymentResultEntity taken(Source source, Numbered<Taken> numbered, Instant now) {
        var result = numbered.line().result();
        return new PaymentResultEntity(
                ids.next(),
                source.batch().batchId(),
                source.answerId().orElse(null),
                numbered.number(),
                numbered.line().payment().map(Payment::paymentId).orElse(null),
                result.endToEndId(),
                result.outcome(),
                result.fen().map(Fen::value).orElse(null),
                result.reason().orElse(null),
                numbered.line().effect(),
                place(numbered.line().place().toString()),
                source.reporter().name(),
                now);
    }

    private PaymentResultEntity rest(Source source, Numbered<Rest> numbered, Instant now) {
        return new PaymentResultEntity(
                ids.next(),
                source.batch().batchId(),
                source.answerId().orElse(null),
                numbered.number(),
                null,
                numbered.line().name(),
                null,
                null,
                numbered.line().why(),
                numbered.line().effect(),
                place(numbered.line().place().toString()),
                source.reporter().name(),
                now);
    }

    private static String place(String text) {
        return text.substring(0, Math.min(LONGEST_PLACE, text.length()));
    }
}
