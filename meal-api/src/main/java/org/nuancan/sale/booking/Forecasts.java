package org.nuancan.sale.booking;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.nuancan.elder.lookup.Elders;
import org.nuancan.sale.Rules;
import org.nuancan.sale.Sale;
import org.nuancan.sale.SaleOutcome;
import org.nuancan.sale.limit.Limits;

/// Quotes meals together with the parts that are left of the limits. Locks and writes nothing.
@Singleton
public final class Forecasts {

    /// A quote with the parts that are left of the limits, before the meal.
    ///
    /// @param left sorted by the code of the policy
    public record Forecast(SaleOutcome.Quoted quoted, List<LeftOfLimit> left) {

        /// Copies the list.
        public Forecast {
            left = List.copyOf(left);
        }
    }

    private final Elders elders;
    private final Limits limits;

    Forecasts(Elders elders, Limits limits) {
        this.elders = elders;
        this.limits = limits;
    }

    /// The quote of a sale at this instant.
    ///
    /// @param connection of an open transaction
    public Forecast of(Connection connection, Rules rules, Sale sale) throws SQLException {
        var table = Table.seen(elders, sale);
        var evaluation = Evaluation.glance(connection, rules, table, sale, limits);
        var decision = evaluation.decide(sale);
        var quoted =
                new SaleOutcome.Quoted(
                        sale,
                        table.of(sale),
                        decision.elderPays(),
                        decision.grants(),
                        decision.refusals());
        return new Forecast(
                quoted,
                evaluation.left(sale).stream()
                        .sorted((one, other) -> one.code().compareTo(other.code()))
                        .toList());
    }
}
