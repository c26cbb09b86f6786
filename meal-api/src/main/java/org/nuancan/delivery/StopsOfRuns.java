package org.nuancan.delivery;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.nuancan.db.Transactions;
import org.nuancan.event.RidersOfOrders;
import org.nuancan.kitchen.StopNumbers;

/// Tells those who know nothing of runs which order is on which.
@Singleton
final class StopsOfRuns implements RidersOfOrders {

    private final Transactions transactions;
    private final RunRows rows;

    StopsOfRuns(Transactions transactions, RunRows rows) {
        this.transactions = transactions;
        this.rows = rows;
    }

    @Override
    public Map<Long, String> of(Collection<Long> orderIds) {
        return transactions.reading(connection -> rows.riders(connection, orderIds));
    }

    /// The numbers that labels carry.
    @Singleton
    static final class Numbers implements StopNumbers {

        private final RunRows rows;

        Numbers(RunRows rows) {
            this.rows = rows;
        }

        @Override
        public Map<Long, Stop> of(Connection connection, Collection<Long> orderIds)
                throws SQLException {
            var stops = new HashMap<Long, Stop>();
            for (var orderId : orderIds) {
                if (stops.containsKey(orderId)) {
                    continue;
                }
                var runId = rows.ofOrder(connection, orderId);
                if (runId.isPresent()) {
                    number(connection, rows.find(connection, runId.get()).orElseThrow(), stops);
                }
            }
            return stops;
        }

        /// All runs of the meal at once: orders that are printed together are of one meal.
        private void number(Connection connection, Run one, Map<Long, Stop> stops)
                throws SQLException {
            var number = 1;
            for (var run :
                    rows.ofMeal(connection, one.parties().siteId(), one.date(), one.slot())) {
                var position = 1;
                for (var stop : run.stops()) {
                    stops.put(stop.orderId(), new Stop(number, position++, run.rider()));
                }
                number++;
            }
        }
    }
}
