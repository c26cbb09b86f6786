package org.nuancan.ordering;

import java.util.Map;
import java.util.function.Function;
import org.nuancan.http.idempotency.Answer;
import org.nuancan.http.idempotency.IdempotencyKeys.Attempted;
import org.nuancan.http.problem.ProblemCode;
import org.nuancan.http.problem.ProblemException;
import org.nuancan.sale.SaleOutcome;

/// The result of a step. Every result is in the order's history once the transaction commits, so a
/// refusal must be thrown after the commit.
public sealed interface StepOutcome {

    /// The result for HTTP: 200 with the current order, or the refusal, which is thrown after the
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

    /// The order is in a later state.
    record Done(Preorder order) implements StepOutcome {}

    /// The order was handed over and booked.
    record Captured(Preorder order, SaleOutcome.Sold sold) implements StepOutcome {}

    /// The step was repeated or is late; nothing changed.
    record Unchanged(Preorder order) implements StepOutcome {}

    /// The step contradicts earlier steps: a final state does not change.
    record Refused(Preorder order) implements StepOutcome {}

    /// The failure is final: its day was closed before the proof arrived.
    record TooLate(Preorder order) implements StepOutcome {}

    /// The order does not exist.
    record NoSuchOrder() implements StepOutcome {}
}
