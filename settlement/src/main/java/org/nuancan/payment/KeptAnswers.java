package org.nuancan.payment;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Objects;
import java.util.Optional;
import org.nuancan.db.Ids;
import org.nuancan.payment.LargeAnswers.Line;
import org.nuancan.payment.LargeAnswers.PaymentOf;
import org.nuancan.payment.LargeAnswers.Worked;
import org.nuancan.payment.PaymentResultRepository.LineRow;
import org.nuancan.review.Reviewer;

/// Keeps how far large files were worked off (`payment_answer`), and reads what they did.
@Singleton
final class KeptAnswers {

    /// How far a file was worked off.
    ///
    /// @param done lines, in the order in which they are worked off
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

    /// Begins a file unless it is begun.
    ///
    /// @param hash of its lines
    Progress begin(long batchId, String hash, int lines, Reviewer reporter) {
        answers.add(ids.next(), batchId, hash, lines, reporter.name(), clock.instant());
        return progress(answers.getByBatchIdAndContentHash(batchId, hash));
    }

    /// Locks a file until the transaction ends.
    ///
    /// @return empty if it was worked off and answered
    Optional<Progress> lock(long answerId) {
        return answers.lock(answerId).map(KeptAnswers::progress);
    }

    private static Progress progress(PaymentAnswerEntity row) {
        return new Progress(row.answerId(), row.done());
    }

    /// Writes how far a file that is locked was worked off.
    void write(Progress progress) {
        answers.write(progress.answerId(), progress.done());
    }

    /// Reads what a file did that was worked off, and forgets how far it was: sent again, it begins
    /// anew.
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
