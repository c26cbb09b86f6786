package org.nuancan.ordering.progress;

import io.micronaut.transaction.annotation.ReadOnly;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.nuancan.menu.Menu;
import org.nuancan.ordering.Action;
import org.nuancan.ordering.FailureReason;
import org.nuancan.ordering.Preorder;
import org.nuancan.ordering.Step;
import org.nuancan.ordering.StepKind;
import org.nuancan.ordering.StepOutcome;
import org.nuancan.ordering.record.History;
import org.nuancan.ordering.record.PreorderStore;
import org.nuancan.policy.fact.Slot;
import org.nuancan.sale.Tender;

/// Steps of orders until the hand-over, for kitchen, delivery and till.
///
/// Every step has an action. A repeated or late action changes nothing, and one that arrives early
/// also covers the steps before it, so calls may be repeated, late and out of order. Each method
/// works in the caller's transaction, which must not lock other days, elders or orders before;
/// several orders must be processed in the order of their ids.
@Singleton
public class Preorders {

    private final PreorderStore orders;
    private final History history;
    private final Progressing progressing;
    private final Captures captures;
    private final HeldOrders held;

    Preorders(
            PreorderStore orders,
            History history,
            Progressing progressing,
            Captures captures,
            HeldOrders held) {
        this.orders = orders;
        this.history = history;
        this.progressing = progressing;
        this.captures = captures;
        this.held = held;
    }

    /// Call it before the transaction of [#deliver], [#collect] and [#fail].
    public void prepare() {
        held.prepare();
    }

    /// An order in its current state.
    @ReadOnly
    public Optional<Preorder> find(long orderId) {
        return orders.find(orderId);
    }

    /// Orders in their current state, ordered by id; ids without an order are left out.
    @ReadOnly
    public List<Preorder> all(Collection<Long> orderIds) {
        return orders.list(orderIds);
    }

    /// All orders of a meal of a site, cancelled and failed ones included, ordered by id.
    @ReadOnly
    public List<Preorder> ofMeal(Menu.Meal meal) {
        return orders.ofMeal(meal);
    }

    /// The orders of an elder at a site for a day that can still be collected, ordered by id.
    /// Includes failed orders, because a hand-over reverses a failure until its day is closed.
    @ReadOnly
    public List<Preorder> ofElder(long elderId, long siteId, LocalDate serviceDate) {
        return orders.toCollect(elderId, siteId, serviceDate);
    }

    /// The sites with orders for a meal that a provider delivers and that have not left, in the
    /// order of their ids.
    @ReadOnly
    public List<Long> sitesToCarry(long carrierId, LocalDate date, Slot slot) {
        return orders.sitesToCarry(carrierId, date, slot);
    }

    /// The history of an order, oldest first.
    @ReadOnly
    public List<Step> history(long orderId) {
        return history.list(orderId);
    }

    /// Records that the kitchen accepted the order.
    ///
    /// @throws org.nuancan.http.problem.ProblemException `ORDER_NOT_DUE` before the day before the
    ///   meal's
    @Transactional
    public StepOutcome accept(long orderId, Action action) {
        return progressing.advance(orderId, action, StepKind.ACCEPT);
    }

    /// Records that the order is cooked and packed.
    ///
    /// @throws org.nuancan.http.problem.ProblemException `ORDER_NOT_DUE` before the meal's day
    @Transactional
    public StepOutcome prepared(long orderId, Action action) {
        return progressing.advance(orderId, action, StepKind.PREPARE);
    }

    /// Records that the order left the kitchen.
    ///
    /// @throws org.nuancan.http.problem.ProblemException `ORDER_NOT_DUE` before the meal's day
    @Transactional
    public StepOutcome out(long orderId, Action action) {
        return progressing.advance(orderId, action, StepKind.OUT);
    }

    /// Cancels the order before it is cooked: limits and portions are released.
    @Transactional
    public StepOutcome cancel(long orderId, Action action) {
        return progressing.giveUp(orderId, action, StepKind.CANCEL, Optional.empty());
    }

    /// Records that the order was not handed over: limits and portions are released, and the elder
    /// pays nothing. Until the day is closed a proof of hand-over reverses the failure.
    ///
    /// @throws org.nuancan.http.problem.ProblemException `ORDER_NOT_DUE` before the meal's day,
    ///   except for failures of the kitchen to cook
    @Transactional
    public StepOutcome fail(long orderId, Action action, FailureReason reason) {
        return progressing.giveUp(orderId, action, StepKind.FAIL, Optional.of(reason));
    }

    /// Records that the carrier, or an officer of the street, confirms a failure that the kitchen
    /// reported. Only then can others bear it. A failure for another reason, or an order that has
    /// not failed, is not changed.
    ///
    /// @param by the user's name
    @Transactional
    public void confirm(long orderId, FailureReason reason, String by) {
        progressing.confirm(orderId, reason, by);
    }

    /// Records the hand-over at the door, with the deliverer as taker of the tenders, and captures
    /// the order.
    ///
    /// @throws org.nuancan.http.problem.ProblemException `ORDER_NOT_DUE`, `TENDERS_DO_NOT_ADD_UP`
    ///   with `elderPaysFen`, `REFERENCE_USED`: the transaction must then be rolled back
    @Transactional
    public StepOutcome deliver(long orderId, Action action, List<Tender> tenders) {
        return captures.capture(orderId, action, StepKind.DELIVER, tenders);
    }

    /// Records the hand-over at the counter, with the kitchen's provider as taker of the tenders,
    /// and captures the order.
    ///
    /// @throws org.nuancan.http.problem.ProblemException `ORDER_NOT_DUE`, `TENDERS_DO_NOT_ADD_UP`
    ///   with `elderPaysFen`, `REFERENCE_USED`: the transaction must then be rolled back
    @Transactional
    public StepOutcome collect(long orderId, Action action, List<Tender> tenders) {
        return captures.capture(orderId, action, StepKind.COLLECT, tenders);
    }
}
