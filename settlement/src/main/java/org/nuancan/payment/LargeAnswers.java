package org.nuancan.payment;

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
import org.nuancan.payment.BankAnswer.Reading;
import org.nuancan.payment.BankAnswer.Told;
import org.nuancan.payment.KeptAnswers.Progress;
import org.nuancan.payment.KeptResults.Numbered;
import org.nuancan.payment.Result.Effect;
import org.nuancan.review.Reviewer;

/// Works off large answers of banks in portions, each in a transaction of its own, so that no file
/// holds the lock of the day for long (decision 0223).
///
/// How far a file was worked off is written in the transaction of each portion. The same file sent
/// again goes on from there.
@Singleton
public class LargeAnswers {

    /// A line as it was kept.
    ///
    /// @param payment as it is now, if it is one of the batch
    /// @param outcome empty for a line that says nothing definite
    public record Line(
            String place,
            String endToEndId,
            Optional<PaymentOf> payment,
            Optional<PaymentState> outcome,
            Effect effect,
            Optional<String> reason) {}

    /// A payment with its state.
    public record PaymentOf(long paymentId, PaymentState state) {}

    /// What a file did.
    ///
    /// @param applied how many lines moved a payment
    /// @param lines of the file
    /// @param listed the lines about payments of the batch, then others, up to [#MOST_LISTED]
    public record Worked(int applied, int lines, List<Line> listed) {

        public Worked {
            listed = List.copyOf(listed);
        }
    }

    /// Up to so many lines are taken in one transaction, together with their answer.
    public static final int MOST_AT_ONCE = 1_000;

    /// An answer lists at most so many lines.
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

    /// Whether a file is worked off in portions.
    public static boolean isLarge(Reading.Read read) {
        return read.told().size() + read.rest().size() > MOST_AT_ONCE;
    }

    /// Works a file off, from where an earlier try ended. Opens its transactions itself.
    ///
    /// @param reporter who read it in
    /// @return the id of the file's answer, for [#end]
    /// @throws ReporterHasActed if the reporter took an earlier level of one of the statements;
    ///   what was done before stays, and the same file sent by another person goes on
    public long work(Batch batch, Reading.Read read, Reviewer reporter) {
        var told = Numbered.from(0, read.told());
        // As the lines of a small file are taken, whatever portion they are in.
        told.sort(Comparator.comparingInt(one -> Step.rank(one.line().result())));
        var lines = new Lines(batch, told, read);
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

    /// The lines of a file in the order in which they are worked off; those that say nothing
    /// definite are last.
    private record Lines(Batch batch, List<Numbered<Told>> told, Reading.Read read) {

        int count() {
            return told.size() + read.rest().size();
        }

        List<Numbered<Told>> told(int from, int to) {
            return told.subList(Math.min(from, told.size()), Math.min(to, told.size()));
        }

        List<Numbered<BankAnswer.Rest>> rest(int from, int to) {
            var first = Math.max(from, told.size());
            return first >= to
                    ? List.of()
                    : Numbered.from(
                            first, read.rest().subList(first - told.size(), to - told.size()));
        }
    }

    /// Of the lines as they were read: another release that reads them otherwise begins anew.
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

    /// Two requests with the same file share its portions.
    private Progress portion(long answerId, Lines lines, Reviewer reporter) {
        var day = booking.lockDay();
        var begun = rows.lock(answerId);
        if (begun.isEmpty()) {
            return new Progress(answerId, lines.count());
        }
        var from = begun.get().done();
        var to = Math.min(from + PORTION, lines.count());
        var told = lines.told(from, to);
        var taken =
                results.apply(
                        lines.batch(), day, told.stream().map(Numbered::line).toList(), reporter);
        kept.write(
                new KeptResults.Source(lines.batch(), Optional.of(answerId), reporter),
                IntStream.range(0, told.size())
                        .mapToObj(i -> new Numbered<>(told.get(i).number(), taken.get(i)))
                        .toList(),
                lines.rest(from, to));
        var progress = new Progress(answerId, to);
        rows.write(progress);
        return progress;
    }

    /// What a file did that was worked off, in the transaction of the request's key.
    ///
    /// @param answerId of [#work]
    @Transactional
    public Worked end(long answerId) {
        return rows.end(answerId);
    }
}
