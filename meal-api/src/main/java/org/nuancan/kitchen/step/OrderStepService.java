package org.nuancan.kitchen.step;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import org.nuancan.access.Caller;
import org.nuancan.db.Transactions;
import org.nuancan.http.problem.ProblemCode;
import org.nuancan.http.problem.ProblemException;
import org.nuancan.http.text.Id;
import org.nuancan.kitchen.step.OrderStepsResponse.Result;
import org.nuancan.ordering.Action;
import org.nuancan.ordering.FailureReason;
import org.nuancan.ordering.Preorder;
import org.nuancan.ordering.PreorderState;
import org.nuancan.ordering.StepOutcome;
import org.nuancan.ordering.progress.Preorders;
import org.nuancan.provider.site.OwnSites;

/// Takes steps of orders of the caller's sites. Each order is handled in a transaction of its own,
/// in ascending order of the ids; one that is refused stops no other.
@Singleton
final class OrderStepService {

    /// A step of one order.
    @FunctionalInterface
    interface Taken {

        StepOutcome by(long orderId, String user);
    }

    private final Transactions transactions;
    private final OwnSites sites;
    private final Preorders preorders;

    OrderStepService(Transactions transactions, OwnSites sites, Preorders preorders) {
        this.transactions = transactions;
        this.sites = sites;
        this.preorders = preorders;
    }

    /// Takes a step of many orders.
    OrderStepsResponse take(List<Id> orderIds, Taken step, Caller caller) {
        var results = new HashMap<Long, Result>();
        for (var id : new TreeSet<>(orderIds.stream().map(Id::value).toList())) {
            results.put(id, result(new Id(id), step, caller));
        }
        var inOrder = new ArrayList<Result>();
        for (var id : new LinkedHashSet<>(orderIds)) {
            inOrder.add(Objects.requireNonNull(results.get(id.value())));
        }
        return new OrderStepsResponse(inOrder);
    }

    private Result result(Id orderId, Taken step, Caller caller) {
        try {
            return switch (taken(orderId, step, caller)) {
                case StepOutcome.Done(var order) -> Result.done(order);
                case StepOutcome.Captured(var order, _) -> Result.done(order);
                case StepOutcome.Unchanged(var order) -> unchanged(order);
                case StepOutcome.Refused(var order) ->
                        Result.refused(order, ProblemCode.ORDER_STATE_REFUSED);
                case StepOutcome.TooLate(var order) ->
                        Result.refused(order, ProblemCode.DELIVERY_TOO_LATE);
                case StepOutcome.NoSuchOrder() -> Result.refused(orderId, ProblemCode.NOT_FOUND);
            };
        } catch (ProblemException refusal) {
            return Result.refused(orderId, refusal.code());
        }
    }

    /// A cancelled order takes no step: the first report is refused, and a repeated one changes
    /// nothing, but is refused too.
    private static Result unchanged(Preorder order) {
        return order.state() == PreorderState.CANCELLED
                ? Result.refused(order, ProblemCode.ORDER_STATE_REFUSED)
                : Result.unchanged(order);
    }

    private StepOutcome taken(Id orderId, Taken step, Caller caller) {
        return transactions.inOne(_ -> {
            mustBeOwn(orderId, caller);
            return step.by(orderId.value(), caller.username());
        });
    }

    /// @throws ProblemException `NOT_FOUND`
    private void mustBeOwn(Id orderId, Caller caller) {
        var order =
                preorders
                        .find(orderId.value())
                        .orElseThrow(() -> ProblemException.of(ProblemCode.NOT_FOUND));
        var _ = sites.find(new Id(order.where().siteId()), caller);
    }

    /// Takes a step of one order.
    ///
    /// @throws ProblemException `NOT_FOUND`, `ORDER_STATE_REFUSED`, `ORDER_NOT_DUE`
    OrderStepResponse takeOne(Id orderId, Taken step, Caller caller) {
        return shown(taken(orderId, step, caller));
    }

    /// Fails an order because of the kitchen.
    ///
    /// @throws ProblemException `NOT_FOUND`, `ORDER_STATE_REFUSED` for an order that was cancelled,
    ///   `REQUEST_INVALID` for a time before it was ordered
    OrderStepResponse fault(Id orderId, KitchenFaultRequest fault, Caller caller) {
        preorders.prepare();
        return takeOne(
                orderId,
                (id, user) ->
                        preorders.fail(
                                id,
                                new Action(
                                        "KITCHEN_FAULT",
                                        user,
                                        fault.at(),
                                        Optional.of(fault.reason())),
                                FailureReason.KITCHEN_FAULT),
                caller);
    }

    private static OrderStepResponse shown(StepOutcome outcome) {
        return switch (outcome) {
            case StepOutcome.Done(var order) -> shown(order);
            case StepOutcome.Captured(var order, _) -> shown(order);
            case StepOutcome.Unchanged(var order) when order.state() == PreorderState.CANCELLED ->
                    throw ProblemException.of(ProblemCode.ORDER_STATE_REFUSED);
            case StepOutcome.Unchanged(var order) -> shown(order);
            case StepOutcome.Refused _, StepOutcome.TooLate _ ->
                    throw ProblemException.of(ProblemCode.ORDER_STATE_REFUSED);
            case StepOutcome.NoSuchOrder() -> throw ProblemException.of(ProblemCode.NOT_FOUND);
        };
    }

    private static OrderStepResponse shown(Preorder order) {
        return new OrderStepResponse(Long.toString(order.orderId()), order.state());
    }
}
