package org.nuancan.treasury;

import io.micronaut.core.annotation.Introspected;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.nuancan.http.Id;
import org.nuancan.payment.Batch;
import org.nuancan.payment.PaymentState;
import org.nuancan.payment.Result;

/// What the bank's answers did, line by line.
///
/// @param applied how many changed a payment
@Introspected
record ResultsAnswer(Id batchId, int applied, List<Line> results) {

    /// What one line did.
    ///
    /// @param state of the payment now; null if it is none of the batch
    @Introspected
    record Line(
            String endToEndId,
            @Nullable Id paymentId,
            PaymentState outcome,
            Result.Effect effect,
            @Nullable PaymentState state) {

        static Line of(Result.Taken taken) {
            return new Line(
                    taken.result().endToEndId(),
                    taken.payment().map(Batch.Payment::paymentId).map(Id::new).orElse(null),
                    taken.result().outcome(),
                    taken.effect(),
                    taken.payment().map(Batch.Payment::state).orElse(null));
        }
    }

    static ResultsAnswer of(Batch batch, List<Result.Taken> taken) {
        return new ResultsAnswer(
                new Id(batch.batchId()),
                (int) taken.stream().filter(one -> one.effect() == Result.Effect.APPLIED).count(),
                taken.stream().map(Line::of).toList());
    }
}
