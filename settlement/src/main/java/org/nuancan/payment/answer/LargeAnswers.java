package org.nuancan.payment.answer;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.nuancan.db.Transactions;
import org.nuancan.payment.Batch;
import org.nuancan.payment.Booking;
import org.nuancan.payment.PaymentState;
import org.nuancan.payment.answer.BankAnswer.Definite;
import org.nuancan.payment.answer.BankAnswer.Reading;
import org.nuancan.payment.answer.KeptAnswers.Progress;
import org.nuancan.payment.answer.KeptResults.Numbered;
import org.nuancan.payment.answer.Result.Effect;
import org.nuancan.review.step.Reviewer;

/// Processes large answers of banks in portions, each in a transaction of its own, so that no file
/// holds the lock of the day for long (decision 0223).
///
/// The transaction of each portion stores the progress. If the same file is sent again, processing
/// continues from there.
@Singleton
public class LargeAnswers {

    /// A stored line.
    ///
    /// @param payment with its present state, if it is in the batch
    /// @param outcome empty for a line without a definite result
    public record Line(
            String place,
            String endToEndId,
            Optional<PaymentOf> payment,
            Optional<PaymentState> outcome,
            Effect effect,
            Optional<String> reason) {}

    /// A payment with its state.
    public record PaymentOf(long paymentId, PaymentState state) {}

    /// The result of a file.
    ///
    /// @param applied number of lines that moved a payment
    /// @param lines number of lines of the file
    /// @param listed the lines about payments of the batch, then others, up to [#MOST_LISTED]
    public record Worked(int applied, int lines, List<Line> listed) {

        public Worked {
            listed = List.copyOf(listed);
        }
    }

    /// Maximum number of lines that are processed in one transaction, together with their answer.
    public static final int MOST_AT_ONCE = 1_000;

    /// Maximum number of lines in an answer.
    public static final int MOST_LISTED = 10_000;

    private static final int PORTION = 500;

    private final Transactions transactions;
    private final Booking booking;
    private final Results results;
    private final KeptResults kept;
    private final KeptAnswers rows;

    LargeAnswers(
            Transactions transactions,
            Booking booking,
            Results results,
            KeptResults kept,
            KeptAnswers rows) {
        this.transactions = transactions;
        this.booking = booking;
        this.results = results;
        this.kept = kept;
        this.rows = rows;
    }

    /// Whether a file is processed in portions.
    public static boolean isLarge(Reading.Read read) {
        return read.told().size() + read.rest().size() > MOST_AT_ONCE;
    }

    /// Processes a file, from where an earlier try ended. Opens its transactions itself.
    ///
    /// @param reporter the person who imported it
    /// @return the id of the file's answer, for [#end]
    /// @throws ReporterHasActed if the reporter acted at an earlier level of one of the statements;
    ///   the portions done before stay, and another person can send the same file to continue
    public long work(Batch batch, Reading.Read read, Reviewer reporter) {
        var definite = Numbered.from(0, read.told());
        // The same order as for a small file, independent of the portions.
        definite.sort(Comparator.comparingInt(numbered -> Step.rank(numbered.line().result())));
        var lines = new Lines(batch, definite, read);
        var hash = hash(read);
        var progress =
                transactions.inOne(_ -> rows.begin(batch.batchId(), hash, lines.count(), reporter));
        while (progress.done() < lines.count()) {
            var answerId = progress.answerId();
            booking.prepare();
            progress = transactions.inOne(_ -> portion(answerId, lines, reporter));
        }
        return progress.answerId();
    }

    /// The lines of a file in the order of processing; lines without a definite result are last.
    private record Lines(Batch batch, List<Numbered<Definite>> definite, Reading.Read read) {

        int count() {
            return definite.size() + read.rest().size();
        }

        List<Numbered<Definite>> definite(int from, int to) {
            return definite.subList(Math.min(from, definite.size()), Math.min(to, definite.size()));
        }

        List<Numbered<BankAnswer.Rest>> rest(int from, int to) {
            var first = Math.max(from, definite.size());
            return first >= to
                    ? List.of()
                    : Numbered.from(
                            first,
                            read.rest().subList(first - definite.size(), to - definite.size()));
        }
    }

    /// Hash of the lines as they were read: a release that reads them differently starts from the
    /// beginning.
    private static String hash(Reading.Read read) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            for (var lines : List.of(read.told(), read.rest())) {
                lines.forEach(line -> digest.update((line + "\n").getBytes(UTF_8)));
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException exception) {
            throw new IllegalStateException(exception);
        }
    }

    /// Processes the next portion. Two requests with the same file share its portions.
    private Progress portion(long answerId, Lines lines, Reviewer reporter) {
        var day = booking.lockDay();
        var begun = rows.lock(answerId);
        if (begun.isEmpty()) {
            return new Progress(answerId, lines.count());
        }
        var from = begun.get().done();
        var to = Math.min(from + PORTION, lines.count());
        var definite = lines.definite(from, to);
        var taken =
                results.apply(
                        lines.batch(),
                        day,
                        definite.stream().map(Numbered::line).toList(),
                        reporter);
        kept.write(
                new KeptResults.Source(lines.batch(), Optional.of(answerId), reporter),
                IntStream.range(0, definite.size())
                        .mapToObj(i -> new Numbered<>(definite.get(i).number(), taken.get(i)))
                        .toList(),
                lines.rest(from, to));
        var progress = new Progress(answerId, to);
        rows.write(progress);
        return progress;
    }

    /// The result of a processed file, in the transaction of the request's key.
    ///
    /// @param answerId result of [#work]
    @Transactional
    public Worked end(long answerId) {
        return rows.end(answerId);
    }
}
