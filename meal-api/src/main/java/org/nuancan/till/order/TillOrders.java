package org.nuancan.till.order;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.nuancan.day.BusinessDay;
import org.nuancan.db.Transactions;
import org.nuancan.elder.lookup.Elders;
import org.nuancan.http.problem.ProblemCode;
import org.nuancan.http.problem.ProblemException;
import org.nuancan.sale.OrderOnFile;
import org.nuancan.sale.Orders;
import org.nuancan.till.ReceiptNumber;
import org.nuancan.till.TillSite;

/// Finds orders for a till of their site.
@Singleton
final class TillOrders {

    private final Transactions transactions;
    private final Orders orders;
    private final Elders elders;
    private final Clock clock;

    TillOrders(Transactions transactions, Orders orders, Elders elders, Clock clock) {
        this.transactions = transactions;
        this.orders = orders;
        this.elders = elders;
        this.clock = clock;
    }

    /// @throws ProblemException `NOT_FOUND`
    OrderAnswer one(TillSite till, long orderId) {
        return transactions
                .reading(connection ->
                        answers(
                                orders.find(connection, till.site().siteId(), orderId).stream()
                                        .toList()))
                .stream()
                .findFirst()
                .orElseThrow(() -> ProblemException.of(ProblemCode.NOT_FOUND));
    }

    List<OrderAnswer> some(
            TillSite till, Optional<String> receipt, Optional<LocalDate> date, int limit) {
        var day = date.orElseGet(() -> BusinessDay.today(clock).date());
        return transactions.reading(connection -> {
            var found =
                    receipt.isPresent()
                            ? byReceipt(connection, till, receipt.get()).stream()
                                    .filter(order -> isOf(order, date))
                                    .toList()
                            : orders.ofDay(connection, till.site().siteId(), day, limit);
            return answers(found);
        });
    }

    private List<OrderOnFile> byReceipt(Connection connection, TillSite till, String receipt)
            throws SQLException {
        var orderId = ReceiptNumber.orderId(receipt);
        return orderId.isEmpty()
                ? List.of()
                : orders.find(connection, till.site().siteId(), orderId.get()).stream().toList();
    }

    private static boolean isOf(OrderOnFile order, Optional<LocalDate> date) {
        return date.map(day -> day.equals(order.when().serviceDate())).orElse(true);
    }

    private List<OrderAnswer> answers(List<OrderOnFile> found) {
        var answers = new ArrayList<OrderAnswer>();
        for (var order : found) {
            var ids = order.elderId().stream().toList();
            var eaters = elders.forMeal(ids, order.when().serviceDate());
            answers.add(OrderAnswer.of(order, eaters.values().stream().findFirst().orElse(null)));
        }
        return List.copyOf(answers);
    }
}
