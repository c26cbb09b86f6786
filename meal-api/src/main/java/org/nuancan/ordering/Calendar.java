package org.nuancan.ordering;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.nuancan.day.BusinessDay;
import org.nuancan.db.Transactions;
import org.nuancan.http.problem.ProblemCode;
import org.nuancan.http.problem.ProblemException;
import org.nuancan.http.problem.ProblemException.Fault;
import org.nuancan.ledger.day.BookingDays;

/// Checks whether a step can be taken today, and locks open days.
@Singleton
public final class Calendar {

    private static final Fault BEFORE_IT_WAS_ORDERED =
            new Fault("/at", "VALUE", "早于下单时间 / before it was ordered");

    private final Transactions transactions;
    private final BookingDays days;
    private final Clock clock;

    Calendar(Transactions transactions, BookingDays days, Clock clock) {
        this.transactions = transactions;
        this.days = days;
        this.clock = clock;
    }

    /// @throws ProblemException `ORDER_NOT_DUE`; `REQUEST_INVALID` for a step at a door, or a fault
    ///   of the kitchen, before the time of the order
    public void mustBeDue(
            Preorder order, StepKind kind, Optional<FailureReason> reason, Action action) {
        var today = BusinessDay.today(clock).date();
        if (!DueDays.isDue(kind, reason, order.when().serviceDate(), action.at(), today)) {
            throw ProblemException.of(ProblemCode.ORDER_NOT_DUE);
        }
        if (hasOwnTime(kind, reason) && action.at().isBefore(order.when().placedAt())) {
            throw ProblemException.of(ProblemCode.REQUEST_INVALID, List.of(BEFORE_IT_WAS_ORDERED));
        }
    }

    /// Whether a user reports when it happened.
    private static boolean hasOwnTime(StepKind kind, Optional<FailureReason> reason) {
        return kind == StepKind.DELIVER
                || reason.filter(one -> one.isAtTheDoor() || one == FailureReason.KITCHEN_FAULT)
                        .isPresent();
    }

    /// Locks the day whose close makes a failure final, until the transaction ends: the meal's day,
    /// if it is still open.
    public BusinessDay lockOpen(LocalDate serviceDate) {
        var today = BusinessDay.today(clock);
        var service = new BusinessDay(serviceDate);
        return transactions.inOne(
                connection -> days.lockOpen(connection, service.isBefore(today) ? service : today));
    }
}
