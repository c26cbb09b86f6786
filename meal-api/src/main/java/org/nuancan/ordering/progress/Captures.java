package org.nuancan.ordering.progress;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.nuancan.db.Transactions;
import org.nuancan.http.problem.ProblemCode;
import org.nuancan.http.problem.ProblemException;
import org.nuancan.ledger.posting.ProvisionalFailures;
import org.nuancan.menu.MenuService;
import org.nuancan.ordering.Action;
import org.nuancan.ordering.Calendar;
import org.nuancan.ordering.Lifecycle;
import org.nuancan.ordering.Move;
import org.nuancan.ordering.Preorder;
import org.nuancan.ordering.PreorderState;
import org.nuancan.ordering.StepKind;
import org.nuancan.ordering.StepOutcome;
import org.nuancan.ordering.loss.LossBearers;
import org.nuancan.ordering.record.History;
import org.nuancan.ordering.record.PreorderStore;
import org.nuancan.provider.site.Sites;
import org.nuancan.sale.Sale;
import org.nuancan.sale.SaleOutcome;
import org.nuancan.sale.Tender;

/// Captures orders that were handed over: the quote is computed again with the facts of that day,
/// and the elder pays no more than was agreed.
@Singleton
final class Captures {

    private final PreorderStore orders;
    private final History history;
    private final HeldOrders held;
    private final CaptureRepository captures;
    private final FailedOrders failures;
    private final Terms terms;

    /// Reverses failures that are not final yet.
    @Singleton
    record FailedOrders(
            Transactions transactions, ProvisionalFailures failures, MenuService menus) {

        /// Reverses a failure that is not final yet, because the order was handed over.
        private boolean takeBack(Preorder order) {
            var provisional =
                    transactions.inOne(
                            connection -> failures.takeBack(connection, order.orderId()));
            if (provisional) {
                menus.takeAgain(order.meal(), order.portions());
            }
            return provisional;
        }
    }

    /// Services for the day and site of the sale, and for who bears the amount the elder does not
    /// pay.
    @Singleton
    record Terms(Calendar calendar, LossBearers bearers, Sites sites, Clock clock) {

        private Sale sale(Preorder order, Action action, StepKind kind, List<Tender> tenders) {
            var site = sites.findNow(order.where().siteId()).orElseThrow();
            var date = order.when().serviceDate();
            var kitchen = order.where().providerId();
            var taker =
                    kind == StepKind.DELIVER
                            ? order.where().deliveryProviderId().orElse(kitchen)
                            : kitchen;
            var now = clock.instant();
            return new Sale(
                    order.orderId(),
                    Optional.of(order.eater().elderId()),
                    new Sale.Occasion(
                            Sale.Place.of(site, date),
                            new Sale.Till(action.by(), Optional.empty(), Optional.empty()),
                            date,
                            order.when().slot(),
                            order.when().fulfilment(),
                            action.at().isAfter(now) ? now : action.at()),
                    order.basket(),
                    new Sale.Payment.Ordered(
                            tenders,
                            new Sale.Terms(
                                    order.agreed().elderPays(),
                                    order.where().parties(taker),
                                    bearers.ofGaps(date, site.division()))));
        }
    }

    Captures(
            PreorderStore orders,
            History history,
            HeldOrders held,
            CaptureRepository captures,
            FailedOrders failures,
            Terms terms) {
        this.orders = orders;
        this.history = history;
        this.held = held;
        this.captures = captures;
        this.failures = failures;
        this.terms = terms;
    }

    StepOutcome capture(long orderId, Action action, StepKind kind, List<Tender> tenders) {
        var seen = orders.find(orderId);
        if (seen.isEmpty()) {
            return new StepOutcome.NoSuchOrder();
        }
        terms.calendar().mustBeDue(seen.get(), kind, Optional.empty(), action);
        var capture = held.lockToCapture(terms.sale(seen.get(), action, kind, tenders));
        var order = orders.lock(orderId).orElseThrow();
        if (history.has(order, action)) {
            return new StepOutcome.Unchanged(order);
        }
        return switch (Lifecycle.next(order.state(), kind, order.when().fulfilment())) {
            case Move.Refused() -> history.refused(order, action, kind);
            case Move.Stay() -> history.unchanged(order, action, kind, false);
            case Move.To(var state) -> {
                if (order.state() == PreorderState.FAILED && !failures.takeBack(order)) {
                    yield history.tooLate(order, action, kind);
                }
                var sold = sold(capture.sell());
                var _ = captures.save(CaptureEntity.of(sold));
                var after =
                        new Preorder.Progress(
                                state,
                                order.progress().cooked(),
                                Optional.empty(),
                                order.progress().steps() + 1);
                yield new StepOutcome.Captured(history.done(order, action, kind, after), sold);
            }
        };
    }

    private static SaleOutcome.Sold sold(SaleOutcome outcome) {
        return switch (outcome) {
            case SaleOutcome.Sold sold -> sold;
            case SaleOutcome.TendersDoNotAddUp(var right) ->
                    throw ProblemException.with(
                            ProblemCode.TENDERS_DO_NOT_ADD_UP,
                            Map.of("elderPaysFen", right.value()));
            case SaleOutcome.ReferenceUsed() ->
                    throw ProblemException.of(ProblemCode.REFERENCE_USED);
        };
    }
}
