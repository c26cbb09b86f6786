package org.nuancan.delivery;

import io.micronaut.transaction.annotation.ReadOnly;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.nuancan.event.RidersOfOrders;
import org.nuancan.kitchen.StopNumbers;

/// Gives the riders of orders to packages that do not depend on runs.
@Singleton
class StopsOfRuns implements RidersOfOrders {

    private final RunStore rows;

    StopsOfRuns(RunStore rows) {
        this.rows = rows;
    }

    @Override
    @ReadOnly
    public Map<Long, String> of(Collection<Long> orderIds) {
        return rows.riders(orderIds);
    }

    /// The run and stop numbers on labels.
    @Singleton
    static class Numbers implements StopNumbers {

        private final RunStore rows;

        Numbers(RunStore rows) {
            this.rows = rows;
        }

        @Override
        @ReadOnly
        public Map<Long, Stop> of(Collection<Long> orderIds) {
            var stops = new HashMap<Long, Stop>();
            for (var orderId : orderIds) {
                if (stops.containsKey(orderId)) {
                    continue;
                }
                var runId = rows.ofOrder(orderId);
                if (runId.isPresent()) {
                    number(rows.find(runId.get()).orElseThrow(), stops);
                }
            }
            return stops;
        }

        /// Numbers all runs of the meal at once, because orders that are printed together are of
        /// one meal.
        private void number(Run one, Map<Long, Stop> stops) {
            var number = 1;
            for (var run : rows.ofMeal(one.parties().siteId(), one.date(), one.slot())) {
                var position = 1;
                for (var stop : run.stops()) {
                    stops.put(stop.orderId(), new Stop(number, position++, run.rider()));
                }
                number += run.state() == RunState.CANCELLED ? 0 : 1;
            }
        }
    }
}
