package org.nuancan.preorder;

import io.micronaut.transaction.annotation.ReadOnly;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.nuancan.menu.Menu;
import org.nuancan.order.Tender;

/// Operations on orders on their way to the elder, for kitchen, delivery and till.
///
/// Every step names its action: the same action again changes nothing, one that lags behind changes
/// nothing either, and one that runs ahead stands for those it has overtaken. So calls may be
/// repeated, late and out of order. Each method works in the caller's transaction, which takes no
/// other lock on days, elders or orders before it; several orders go in the order of their ids.
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

    /// An order as it stands.
    @ReadOnly
    public Optional<Preorder> find(long orderId) {
        return orders.find(orderId);
    }

    /// Orders as they stand, in the order of their ids; what does not exist is left out.
    @ReadOnly
    public List<Preorder> all(Collection<Long> orderIds) {
        return orders.list(orderIds);
    }

    /// All orders of a meal of a site, cancelled and failed ones too, in the order of their ids.
    @ReadOnly
    public List<Preorder> ofMeal(Menu.Meal meal) {
        return orders.ofMeal(meal);
    }

    /// What an elder has ordered from a site for a day and may still fetch, in the order of ids; a
    /// failure too, since until its day is closed a hand-over wins.
    @ReadOnly
    public List<Preorder> ofElder(long elderId, long siteId, LocalDate serviceDate) {
        return orders.toCollect(elderId, siteId, serviceDate);
    }

    /// The history of an order, oldest first.
    @ReadOnly
    public List<Step> history(long orderId) {
        return history.list(orderId);
    }

    /// Proofs that came too late, of orders that a provider delivers or cooks, the latest first.
    ///
    /// @param providerId the delivery provider's, or the kitchen's if it delivers itself
    @ReadOnly
    public List<Preorder> provenTooLate(long providerId, int limit) {
        return orders.provenTooLate(providerId, limit);
    }

    /// The kitchen will cook it.
    ///
    /// @throws org.nuancan.http.ProblemException `ORDER_NOT_DUE` before the day before the meal's
    @Transactional
    public StepOutcome accept(long orderId, Action action) {
        return progressing.advance(orderId, action, StepKind.ACCEPT);
    }

    /// It is cooked and packed.
    ///
    /// @throws org.nuancan.http.ProblemException `ORDER_NOT_DUE` before the meal's day
    @Transactional
    public StepOutcome prepared(long orderId, Action action) {
        return progressing.advance(orderId, action, StepKind.PREPARE);
    }

    /// It has left the kitchen.
    ///
    /// @throws org.nuancan.http.ProblemException `ORDER_NOT_DUE` before the meal's day
    @Transactional
    public StepOutcome out(long orderId, Action action) {
        return progressing.advance(orderId, action, StepKind.OUT);
    }

    /// It is given up before it was cooked: limits and portions go back.
    @Transactional
    public StepOutcome cancel(long orderId, Action action) {
        return progressing.giveUp(orderId, action, StepKind.CANCEL, Optional.empty());
    }

    /// It was not handed over: limits and portions go back, nothing is taken from the elder. Until
    /// the day is closed a proof of the contrary wins.
    ///
    /// @throws org.nuancan.http.ProblemException `ORDER_NOT_DUE` before the meal's day, but for
    ///   what the kitchen cannot cook
    @Transactional
    public StepOutcome fail(long orderId, Action action, FailureReason reason) {
        return progressing.giveUp(orderId, action, StepKind.FAIL, Optional.of(reason));
    }

    /// The carrier, or an officer of the street, says that a failure is as the kitchen reported it:
    /// only then others may bear it. A failure for another reason, or none, stays as it is.
    ///
    /// @param by the user's name
    @Transactional
    public void confirm(long orderId, FailureReason reason, String by) {
        progressing.confirm(orderId, reason, by);
    }

    /// It was handed over at the door; the deliverer took the tenders. Captures the order.
    ///
    /// @throws org.nuancan.http.ProblemException `ORDER_NOT_DUE`, `TENDERS_DO_NOT_ADD_UP` with
    ///   `elderPaysFen`, `REFERENCE_USED`: the transaction must then be given up
    @Transactional
    public StepOutcome deliver(long orderId, Action action, List<Tender> tenders) {
        return captures.capture(orderId, action, StepKind.DELIVER, tenders);
    }

    /// It was handed over at the counter; the kitchen's provider took the tenders. Captures the
    /// order.
    ///
    /// @throws org.nuancan.http.ProblemException `ORDER_NOT_DUE`, `TENDERS_DO_NOT_ADD_UP` with
    ///   `elderPaysFen`, `REFERENCE_USED`: the transaction must then be given up
    @Transactional
    public StepOutcome collect(long orderId, Action action, List<Tender> tenders) {
        return captures.capture(orderId, action, StepKind.COLLECT, tenders);
    }
}
