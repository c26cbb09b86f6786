package org.nuancan.preorder;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.nuancan.http.ProblemCode;
import org.nuancan.http.ProblemException;
import org.nuancan.ledger.ProvisionalFailures;
import org.nuancan.order.OrderWriter;
import org.nuancan.order.Sale;
import org.nuancan.order.SaleOutcome;
import org.nuancan.order.Tender;
import org.nuancan.provider.Sites;

/// Captures what was handed over: the quote is computed again with that day's facts, and the elder
/// pays no more than was agreed.
@Singleton
final class Captures {

    private final PreorderRows rows;
    private final History history;
    private final Progressing.Holding holding;
    private final OrderWriter writer;
    private final Around around;
    private final Progressing.Calendar calendar;

    /// What a capture asks and writes besides.
    @Singleton
    record Around(
            ProvisionalFailures failures,
            LossBearers bearers,
            CaptureRows captures,
            Sites sites,
            Clock clock) {}

    Captures(
            PreorderRows rows,
            History history,
            Progressing.Holding holding,
            OrderWriter writer,
            Around around,
            Progressing.Calendar calendar) {
        this.rows = rows;
        this.history = history;
        this.holding = holding;
        this.writer = writer;
        this.around = around;
        this.calendar = calendar;
    }

    StepOutcome capture(
            Connection connection, long orderId, Action action, StepKind kind, List<Tender> tenders)
            throws SQLException {
        var seen = rows.find(connection, orderId);
        if (seen.isEmpty()) {
            return new StepOutcome.NoSuchOrder();
        }
        calendar.mustBeDue(seen.get(), kind, Optional.empty(), action);
        var sale = sale(connection, seen.get(), action, kind, tenders);
        var rules = holding.rules().now();
        var locked = writer.lock(connection, sale.elderId().stream().toList());
        var held = holding.reservations().lock(connection, rules, sale);
        var order = rows.lock(connection, orderId).orElseThrow();
        if (history.has(connection, order, action)) {
            return new StepOutcome.Unchanged(order);
        }
        switch (Lifecycle.next(order.state(), kind, order.when().fulfilment())) {
            case Move.Refused() -> {
                return history.refused(connection, order, action, kind);
            }
            case Move.Stay() -> {
                return history.unchanged(connection, order, action, kind, false);
            }
            case Move.To(var state) -> {
                if (order.state() == PreorderState.FAILED && !wins(connection, order)) {
                    return history.tooLate(connection, order, action, kind);
                }
                held.giveBack(connection);
                var sold = sold(locked.write(rules, List.of(sale)).getFirst());
                around.captures().insert(connection, sold);
                var after =
                        new Preorder.Progress(
                                state,
                                order.progress().cooked(),
                                Optional.empty(),
                                order.progress().steps() + 1);
                return new StepOutcome.Captured(
                        history.done(connection, order, action, kind, after), sold);
            }
        }
    }

    /// A failure that is not final yet gives way to the proof of the contrary.
    private boolean wins(Connection connection, Preorder order) throws SQLException {
        var provisional = around.failures().takeBack(connection, order.orderId());
        if (provisional) {
            holding.menus().takeAgain(order.meal(), order.portions());
        }
        return provisional;
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

    private Sale sale(
            Connection connection,
            Preorder order,
            Action action,
            StepKind kind,
            List<Tender> tenders)
            throws SQLException {
        var site = around.sites().findNow(order.where().siteId()).orElseThrow();
        var date = order.when().serviceDate();
        var kitchen = order.where().providerId();
        var taker =
                kind == StepKind.DELIVER
                        ? order.where().deliveryProviderId().orElse(kitchen)
                        : kitchen;
        var now = around.clock().instant();
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
                                around.bearers().ofGaps(connection, date, site.division()))));
    }
}
