package org.nuancan.finance.payment;

import io.micronaut.core.annotation.Introspected;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.nuancan.http.text.Id;
import org.nuancan.payment.Batch;
import org.nuancan.payment.PaymentState;
import org.nuancan.payment.answer.BankAnswer;
import org.nuancan.payment.answer.LargeAnswers;
import org.nuancan.payment.answer.LargeAnswers.PaymentOf;
import org.nuancan.payment.answer.Result;

/// Effects of the bank's results, line by line.
///
/// @param applied number of lines that changed a payment
/// @param unread lines of a file without a definite result
/// @param omitted number of lines of a large file that are in neither list
@Introspected
record ResultsAnswer(
        Id batchId, int applied, List<Line> results, List<Unread> unread, int omitted) {

    /// The effect of one line.
    ///
    /// @param at its place in the file or the request
    /// @param outcome the outcome as applied: a failure because of a duplicate is `UNKNOWN`
    /// @param state current state of the payment; null if the batch has no such payment
    /// @param reason the bank's reason; for a line that is `NOT_OURS`, the name in it
    @Introspected
    record Line(
            String at,
            String endToEndId,
            @Nullable Id paymentId,
            PaymentState outcome,
            Result.Effect effect,
            @Nullable PaymentState state,
            @Nullable String reason) {

        static Line of(Result.Taken taken) {
            return new Line(
                    taken.place().toString(),
                    taken.result().endToEndId(),
                    taken.payment().map(Batch.Payment::paymentId).map(Id::new).orElse(null),
                    taken.result().outcome(),
                    taken.effect(),
                    taken.payment().map(Batch.Payment::state).orElse(null),
                    taken.result().reason().orElse(null));
        }

        static Optional<Line> of(LargeAnswers.Line line) {
            return line.outcome()
                    .map(outcome ->
                            new Line(
                                    line.place(),
                                    line.endToEndId(),
                                    line.payment().map(one -> new Id(one.paymentId())).orElse(null),
                                    outcome,
                                    line.effect(),
                                    line.payment().map(PaymentOf::state).orElse(null),
                                    line.reason().orElse(null)));
        }
    }

    /// A line without a definite result, which changed nothing.
    ///
    /// @param endToEndId the reference in it; empty if there is none
    /// @param effect `PENDING`: still being processed; `UNREAD`: not understood
    /// @param why what was found in the line
    @Introspected
    record Unread(String at, String endToEndId, Result.Effect effect, String why) {

        static Unread of(BankAnswer.Rest rest) {
            return new Unread(rest.place().toString(), rest.name(), rest.effect(), rest.why());
        }

        static Unread of(LargeAnswers.Line line) {
            return new Unread(
                    line.place(), line.endToEndId(), line.effect(), line.reason().orElse(""));
        }
    }

    static List<Unread> unread(List<BankAnswer.Rest> rest) {
        return rest.stream().map(Unread::of).toList();
    }

    static ResultsAnswer of(Batch batch, List<Result.Taken> taken, List<BankAnswer.Rest> rest) {
        return new ResultsAnswer(
                new Id(batch.batchId()),
                (int) taken.stream().filter(one -> one.effect() == Result.Effect.APPLIED).count(),
                taken.stream().map(Line::of).toList(),
                unread(rest),
                0);
    }

    static ResultsAnswer of(Batch batch, LargeAnswers.Worked worked) {
        var lines = worked.listed();
        return new ResultsAnswer(
                new Id(batch.batchId()),
                worked.applied(),
                lines.stream().flatMap(line -> Line.of(line).stream()).toList(),
                lines.stream().filter(line -> line.outcome().isEmpty()).map(Unread::of).toList(),
                worked.lines() - lines.size());
    }
}
