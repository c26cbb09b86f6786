package org.nuancan.kitchen.step;

import io.micronaut.core.annotation.Introspected;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.nuancan.http.problem.ProblemCode;
import org.nuancan.http.text.Id;
import org.nuancan.ordering.Preorder;
import org.nuancan.ordering.PreorderState;

/// The results of a step, in the order of the request.
@Introspected
record OrderStepsResponse(List<Result> results) {

    /// The result for one order.
    ///
    /// @param outcome whether the step changed the order
    /// @param state the state of the order; null if the order is not found or the step cannot be
    ///   taken on this day
    /// @param code why it was refused; null if it was not
    @Introspected
    record Result(
            Id orderId,
            Outcome outcome,
            @Nullable PreorderState state,
            @Nullable ProblemCode code) {

        static Result done(Preorder order) {
            return new Result(new Id(order.orderId()), Outcome.DONE, order.state(), null);
        }

        static Result unchanged(Preorder order) {
            return new Result(new Id(order.orderId()), Outcome.UNCHANGED, order.state(), null);
        }

        static Result refused(Preorder order, ProblemCode code) {
            return new Result(new Id(order.orderId()), Outcome.REFUSED, order.state(), code);
        }

        static Result refused(Id orderId, ProblemCode code) {
            return new Result(orderId, Outcome.REFUSED, null, code);
        }
    }

    /// The effect of a step on an order.
    enum Outcome {
        /// The step changed the order.
        DONE,
        /// The order had the step already, or a later one.
        UNCHANGED,
        /// The step was refused.
        REFUSED
    }
}
