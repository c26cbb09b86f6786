package org.nuancan.payment.answer;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Objects;
import java.util.Optional;
import org.nuancan.db.Ids;
import org.nuancan.payment.answer.LargeAnswers.Line;
import org.nuancan.payment.answer.LargeAnswers.PaymentOf;
import org.nuancan.payment.answer.LargeAnswers.Worked;
import org.nuancan.payment.answer.PaymentResultRepository.LineRow;
import org.nuancan.review.step.Reviewer;

/// Stores the progress on large files (`payment_answer`), and reads their results.
@Singleton
final class KeptAnswers {

    /// Progress on a file.
    ///
    /// @param done number of processed lines, in the order of processing
    record Progress(long answerId, int done) {}

    private final PaymentAnswerRepository answers;
    private final PaymentResultRepository results;
    private final Ids ids;
    private final Clock clock;

    KeptAnswers(
            PaymentAnswerRepository answers,
            PaymentResultRepository results,
            Ids ids,
            Clock clock) {
        this.answers = answers;
        this.results = results;
        this.ids = ids;
        this.clock = clock;
    }

    /// Adds a file unless it exists.
    ///
    /// @param hash of its lines
    Progress begin(long batchId, String hash, int lines, Reviewer reporter) {
        answers.add(ids.next(), batchId, hash, lines, reporter.name(), clock.instant());
        return progress(answers.getByBatchIdAndContentHash(batchId, hash));
    }

    /// Locks a file until the transaction ends.
    ///
    /// @return empty if it was processed and answered
    Optional<Progress> lock(long answerId) {
        return answers.lock(answerId).map(KeptAnswers::progress);
    }

    private static Progress progress(PaymentAnswerEntity row) {
        return new Progress(row.answerId(), row.done());
    }

    /// Stores the progress on a locked file.
    void write(Progress progress) {
        answers.write(progress.answerId(), progress.done());
    }

    /// Reads the result of a processed file and deletes its progress; a file that is sent again
    /// starts from the beginning.
    Worked end(long answerId) {
        var found = new ArrayList<>(results.ofPayments(answerId, LargeAnswers.MOST_LISTED));
        found.addAll(results.ofNoPayment(answerId, LargeAnswers.MOST_LISTED - found.size()));
        answers.delete(answerId);
        var counted = results.count(answerId);
        return new Worked(
                counted.applied(),
                counted.lineCount(),
                found.stream().map(KeptAnswers::line).toList());
    }

    private static Line line(LineRow row) {
        var payment =
                Optional.ofNullable(row.paymentId())
                        .map(id -> new PaymentOf(id, Objects.requireNonNull(row.state())));
        return new Line(
                Optional.ofNullable(row.place()).orElse(""),
                row.endToEndId(),
                payment,
                Optional.ofNullable(row.outcome()),
                row.effect(),
                Optional.ofNullable(row.reason()));
    }
}
