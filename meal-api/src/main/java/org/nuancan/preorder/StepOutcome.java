package org.nuancan.preorder;

import java.util.Map;
import java.util.function.Function;
import org.nuancan.http.Answer;
import org.nuancan.http.IdempotencyKeys.Attempted;
import org.nuancan.http.ProblemCode;
import org.nuancan.http.ProblemException;
import org.nuancan.order.SaleOutcome;

/// What became of a step. Whatever it is, it stands in the order's history once the transaction
/// commits, so a refusal is thrown after the commit, never in it.
public sealed interface StepOutcome {

    /// What it is over HTTP: 200 with the order as it stands, or the refusal, told after the
    /// commit.
    ///
    /// @throws ProblemException `NOT_FOUND`
    default <T> Attempted<T> attempted(Function<Preorder, T> shown) {
        return switch (this) {
            case Done(var order) -> new Attempted.Done<>(Answer.ok(shown.apply(order)));
            case Captured(var order, var _) -> new Attempted.Done<>(Answer.ok(shown.apply(order)));
            case Unchanged(var order) -> new Attempted.Done<>(Answer.ok(shown.apply(order)));
            case Refused(var order) ->
                    new Attempted.Refused<>(
                            ProblemException.with(
                                    ProblemCode.ORDER_STATE_REFUSED,
                                    Map.of("state", order.state().name())));
            case TooLate(var _) ->
                    new Attempted.Refused<>(ProblemException.of(ProblemCode.DELIVERY_TOO_LATE));
            case NoSuchOrder() -> throw ProblemException.of(ProblemCode.NOT_FOUND);
        };
    }

    /// The order has come further.
    record Done(Preorder order) implements StepOutcome {}

    /// Handed over and booked.
    record Captured(Preorder order, SaleOutcome.Sold sold) implements StepOutcome {}

    /// Said before, or overtaken by what came since; harmless.
    record Unchanged(Preorder order) implements StepOutcome {}

    /// Contradicts what has happened: a final state is not left.
    record Refused(Preorder order) implements StepOutcome {}

    /// The failure is final: its day was closed before the proof came.
    record TooLate(Preorder order) implements StepOutcome {}

    /// No such order.
    record NoSuchOrder() implements StepOutcome {}
}
