package org.nuancan.treasury;

import io.micronaut.core.annotation.Introspected;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.nuancan.http.Id;
import org.nuancan.payment.BankAnswer;
import org.nuancan.payment.Batch;
import org.nuancan.payment.LargeAnswers;
import org.nuancan.payment.LargeAnswers.PaymentOf;
import org.nuancan.payment.PaymentState;
import org.nuancan.payment.Result;

/// What the bank's answers did, line by line.
///
/// @param applied how many changed a payment
/// @param unread lines of a file that say nothing definite
/// @param omitted how many lines of a large file are in neither list
@Introspected
record ResultsAnswer(
        Id batchId, int applied, List<Line> results, List<Unread> unread, int omitted) {

    /// What one line did.
    ///
    /// @param at where it is in the file or the request
    /// @param outcome as it was taken: a failure as a duplicate is `UNKNOWN`
    /// @param state of the payment now; null if it is none of the batch
    /// @param reason in the bank's words; of a line that is `NOT_OURS`, what it named
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

    /// A line that changed nothing, since it says nothing definite.
    ///
    /// @param endToEndId the reference there; empty if there is none
    /// @param effect `PENDING`: on its way; `UNREAD`: not understood
    /// @param why what was found
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
