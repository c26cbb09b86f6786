package org.nuancan.preorder;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.nuancan.day.BusinessDay;
import org.nuancan.http.ProblemCode;
import org.nuancan.http.ProblemException;
import org.nuancan.http.ProblemException.Fault;
import org.nuancan.ledger.BookingDays;
import org.nuancan.menu.MenuService;
import org.nuancan.order.CurrentRules;
import org.nuancan.order.Reservations;

/// Steps that book nothing at once.
@Singleton
final class Progressing {

    private static final Fault BEFORE_IT_WAS_ORDERED =
            new Fault("/at", "VALUE", "早于下单时间 / before it was ordered");

    private final PreorderRows rows;
    private final History history;
    private final Failing failing;
    private final Holding holding;
    private final Calendar calendar;

    /// What an order holds.
    @Singleton
    record Holding(Reservations reservations, MenuService menus, CurrentRules rules) {}

    /// Which day it is, and which is open.
    @Singleton
    record Calendar(BookingDays days, Clock clock) {

        /// @throws ProblemException `ORDER_NOT_DUE`; `REQUEST_INVALID` for what happened at a door
        ///   before it was ordered
        void mustBeDue(
                Preorder order, StepKind kind, Optional<FailureReason> reason, Action action) {
            var today = BusinessDay.today(clock).date();
            if (!DueDays.isDue(kind, reason, order.when().serviceDate(), action.at(), today)) {
                throw ProblemException.of(ProblemCode.ORDER_NOT_DUE);
            }
            if (isAtTheDoor(kind, reason) && action.at().isBefore(order.when().placedAt())) {
                throw ProblemException.of(
                        ProblemCode.REQUEST_INVALID, List.of(BEFORE_IT_WAS_ORDERED));
            }
        }

        private static boolean isAtTheDoor(StepKind kind, Optional<FailureReason> reason) {
            return kind == StepKind.DELIVER
                    || reason.filter(FailureReason::isAtTheDoor).isPresent();
        }
    }

    Progressing(
            PreorderRows rows,
            History history,
            Failing failing,
            Holding holding,
            Calendar calendar) {
        this.rows = rows;
        this.history = history;
        this.failing = failing;
        this.holding = holding;
        this.calendar = calendar;
    }

    /// Brings an order further on its way.
    ///
    /// @throws ProblemException `ORDER_NOT_DUE`
    StepOutcome advance(Connection connection, long orderId, Action action, StepKind kind)
            throws SQLException {
        var locked = rows.lock(connection, orderId);
        if (locked.isEmpty()) {
            return new StepOutcome.NoSuchOrder();
        }
        var order = locked.get();
        if (history.has(connection, order, action)) {
            return new StepOutcome.Unchanged(order);
        }
        calendar.mustBeDue(order, kind, Optional.empty(), action);
        var cooked = kind == StepKind.PREPARE || kind == StepKind.OUT;
        return switch (Lifecycle.next(order.state(), kind, order.when().fulfilment())) {
            case Move.Refused() -> history.refused(connection, order, action, kind);
            case Move.Stay() -> {
                var unchanged = history.unchanged(connection, order, action, kind, cooked);
                if (cooked && order.state() == PreorderState.FAILED) {
                    failing.isKnownNow(connection, order);
                }
                yield unchanged;
            }
            case Move.To(var state) ->
                    new StepOutcome.Done(
                            history.done(
                                    connection,
                                    order,
                                    action,
                                    kind,
                                    new Preorder.Progress(
                                            state,
                                            cooked || order.progress().cooked(),
                                            Optional.empty(),
                                            order.progress().steps() + 1)));
        };
    }

    /// Gives an order up: what it holds goes back.
    ///
    /// @param reason of a failure
    /// @throws ProblemException `ORDER_NOT_DUE`
    StepOutcome giveUp(
            Connection connection,
            long orderId,
            Action action,
            StepKind kind,
            Optional<FailureReason> reason)
            throws SQLException {
        var seen = rows.find(connection, orderId);
        if (seen.isEmpty()) {
            return new StepOutcome.NoSuchOrder();
        }
        calendar.mustBeDue(seen.get(), kind, reason, action);
        var date = seen.get().when().serviceDate();
        var day = kind == StepKind.FAIL ? lockDay(connection, date) : new BusinessDay(date);
        var held =
                holding.reservations()
                        .lock(
                                connection,
                                holding.rules().now(),
                                orderId,
                                seen.get().eater().elderId(),
                                date);
        var order = rows.lock(connection, orderId).orElseThrow();
        if (history.has(connection, order, action)) {
            return new StepOutcome.Unchanged(order);
        }
        return switch (Lifecycle.next(order.state(), kind, order.when().fulfilment())) {
            case Move.Refused() -> history.refused(connection, order, action, kind);
            case Move.Stay() -> history.unchanged(connection, order, action, kind, false);
            case Move.To(var state) -> {
                held.giveBack(connection);
                holding.menus().giveBack(order.meal(), order.portions());
                if (reason.isPresent()) {
                    failing.record(connection, order, day, action, reason.get());
                }
                yield new StepOutcome.Done(
                        history.done(
                                connection,
                                order,
                                action,
                                kind,
                                new Preorder.Progress(
                                        state,
                                        order.progress().cooked()
                                                || reason.filter(FailureReason::isAtTheDoor)
                                                        .isPresent(),
                                        reason,
                                        order.progress().steps() + 1)));
            }
        };
    }

    /// Another party than the kitchen confirms a failure that was reported; anything else stays as
    /// it is.
    void confirm(Connection connection, long orderId, FailureReason reason, String by)
            throws SQLException {
        var order = rows.lock(connection, orderId);
        if (order.isPresent() && order.get().progress().failure().equals(Optional.of(reason))) {
            failing.confirm(connection, order.get(), by);
        }
    }

    /// The day whose close makes the failure final: that of the meal, if it is still open.
    private BusinessDay lockDay(Connection connection, LocalDate serviceDate) throws SQLException {
        var today = BusinessDay.today(calendar.clock());
        var service = new BusinessDay(serviceDate);
        return calendar.days().lockOpen(connection, service.isBefore(today) ? service : today);
    }
}
