package org.nuancan.sale.history;

import io.micronaut.transaction.annotation.ReadOnly;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.YearMonth;
import java.util.List;
import org.nuancan.access.Caller;
import org.nuancan.day.BusinessDay;
import org.nuancan.db.Transactions;
import org.nuancan.elder.lookup.ElderAtTable;
import org.nuancan.elder.lookup.Elders;
import org.nuancan.http.problem.ProblemCode;
import org.nuancan.http.problem.ProblemException;
import org.nuancan.http.text.Id;
import org.nuancan.sale.Orders;

/// Reads the meals of an elder.
@Singleton
class ElderMealsService {

    /// The meals of an elder, with the elder's record as of today.
    record OfElder(ElderAtTable elder, ElderMeals meals) {}

    private final Transactions transactions;
    private final Elders elders;
    private final Orders orders;
    private final Clock clock;

    ElderMealsService(Transactions transactions, Elders elders, Orders orders, Clock clock) {
        this.transactions = transactions;
        this.elders = elders;
        this.orders = orders;
        this.clock = clock;
    }

    /// @throws ProblemException `NOT_FOUND`
    @ReadOnly
    OfElder find(Id elderId, YearMonth month, Caller caller) {
        var today = BusinessDay.today(clock).date();
        var elder =
                elders.forMeal(List.of(elderId.value()), today).values().stream()
                        .filter(one -> isSeenBy(one, caller))
                        .findFirst()
                        .orElseThrow(() -> ProblemException.of(ProblemCode.NOT_FOUND));
        var eaten =
                transactions.reading(connection ->
                        orders.ofElder(
                                connection, elderId.value(), month.atDay(1), month.atEndOfMonth()));
        return new OfElder(elder, ElderMeals.of(elderId, month, eaten));
    }

    private static boolean isSeenBy(ElderAtTable elder, Caller caller) {
        return caller.covers(elder.facts().household().division().code())
                || caller.covers(elder.facts().residenceDivision().code());
    }
}
