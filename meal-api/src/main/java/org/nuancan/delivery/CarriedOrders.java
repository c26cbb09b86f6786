package org.nuancan.delivery;

import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.nuancan.db.Transactions;
import org.nuancan.http.IdempotencyKeys.Attempted;
import org.nuancan.order.Tender;
import org.nuancan.preorder.Action;
import org.nuancan.preorder.FailureReason;
import org.nuancan.preorder.Preorder;
import org.nuancan.preorder.Preorders;
import org.nuancan.preorder.StepOutcome;

/// The orders that are carried, in the transaction that is open: [Preorders] takes its connection.
@Singleton
final class CarriedOrders {

    private final Preorders preorders;
    private final Transactions transactions;

    CarriedOrders(Preorders preorders, Transactions transactions) {
        this.preorders = preorders;
        this.transactions = transactions;
    }

    /// As [Preorders#prepare].
    void prepare() {
        preorders.prepare();
    }

    Optional<Preorder> find(long orderId) {
        return transactions.reading(connection -> preorders.find(connection, orderId));
    }

    /// In the order of their ids.
    List<Preorder> all(Collection<Long> orderIds) {
        return transactions.reading(connection -> preorders.all(connection, orderIds));
    }

    /// It has left the kitchen.
    StepOutcome out(long orderId, Action action) {
        return transactions.inOne(connection -> preorders.out(connection, orderId, action));
    }

    /// It was not handed over.
    StepOutcome fail(long orderId, Action action, FailureReason reason) {
        return transactions.inOne(
                connection -> preorders.fail(connection, orderId, action, reason));
    }

    /// A failure is as the kitchen reported it.
    void confirm(long orderId, FailureReason reason, String by) {
        var _ =
                transactions.inOne(connection -> {
                    preorders.confirm(connection, orderId, reason, by);
                    return true;
                });
    }

    /// It was handed over at the door.
    StepOutcome deliver(long orderId, Action action, List<Tender> tenders) {
        return transactions.inOne(
                connection -> preorders.deliver(connection, orderId, action, tenders));
    }

    /// As [StepOutcome#attempted].
    <T> Attempted<T> attempted(StepOutcome outcome, StepOutcome.Shown<T> shown) {
        return transactions.reading(_ -> outcome.attempted(shown));
    }
}
