package org.nuancan.ordering.progress;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.List;
import org.nuancan.db.Transactions;
import org.nuancan.sale.CurrentRules;
import org.nuancan.sale.Rules;
import org.nuancan.sale.Sale;
import org.nuancan.sale.SaleOutcome;
import org.nuancan.sale.booking.OrderWriter;
import org.nuancan.sale.booking.Reservations;

/// The limits that orders hold, in the current transaction: package `order` uses its connection.
@Singleton
final class HeldOrders {

    private final Transactions transactions;
    private final Reservations reservations;
    private final OrderWriter writer;
    private final CurrentRules rules;

    HeldOrders(
            Transactions transactions,
            Reservations reservations,
            OrderWriter writer,
            CurrentRules rules) {
        this.transactions = transactions;
        this.reservations = reservations;
        this.writer = writer;
        this.rules = rules;
    }

    /// An order with locks on all rows that its capture changes.
    final class Capture {

        private final Rules agreed;
        private final Sale sale;
        private final OrderWriter.Locked locked;
        private final Reservations.Held held;

        private Capture(
                Rules agreed, Sale sale, OrderWriter.Locked locked, Reservations.Held held) {
            this.agreed = agreed;
            this.sale = sale;
            this.locked = locked;
            this.held = held;
        }

        /// Releases the limits that the order holds and sells it.
        SaleOutcome sell() {
            return transactions.inOne(connection -> {
                held.giveBack(connection);
                return locked.write(agreed, List.of(sale)).getFirst();
            });
        }
    }

    /// As [OrderWriter#prepare].
    void prepare() {
        writer.prepare();
    }

    /// As [Reservations#hold].
    SaleOutcome.Quoted hold(Sale sale) {
        return transactions.inOne(connection -> reservations.hold(connection, rules.now(), sale));
    }

    /// Locks an order's elder, then the rows that releasing the order changes.
    Reservations.Held lock(long orderId, long elderId, LocalDate date) {
        return transactions.inOne(
                connection -> reservations.lock(connection, rules.now(), orderId, elderId, date));
    }

    void giveBack(Reservations.Held held) {
        var _ =
                transactions.inOne(connection -> {
                    held.giveBack(connection);
                    return held;
                });
    }

    /// Locks the day, the elder, then the counters that the order uses now and will use.
    Capture lockToCapture(Sale sale) {
        return transactions.inOne(connection -> {
            var now = rules.now();
            var locked = writer.lock(connection, sale.elderId().stream().toList());
            return new Capture(now, sale, locked, reservations.lock(connection, now, sale));
        });
    }
}
