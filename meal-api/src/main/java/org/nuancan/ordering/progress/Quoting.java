package org.nuancan.ordering.progress;

import io.micronaut.transaction.annotation.ReadOnly;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import org.nuancan.db.Transactions;
import org.nuancan.http.problem.ProblemCode;
import org.nuancan.http.problem.ProblemException;
import org.nuancan.menu.Menu;
import org.nuancan.ordering.Placement;
import org.nuancan.ordering.Preorder;
import org.nuancan.sale.Basket;
import org.nuancan.sale.CurrentRules;
import org.nuancan.sale.booking.Forecasts;

/// Quotes orders before they are placed. Locks and stores nothing.
@Singleton
public class Quoting {

    /// The quote of an order.
    ///
    /// @param alerts as for [Placing.Placed]
    public record Quoted(Basket basket, Forecasts.Forecast forecast, List<String> alerts) {}

    private final Transactions transactions;
    private final PlacementChecks checks;
    private final PlacementAlerts alerts;
    private final Forecasts forecasts;
    private final CurrentRules rules;

    Quoting(
            Transactions transactions,
            PlacementChecks checks,
            PlacementAlerts alerts,
            Forecasts forecasts,
            CurrentRules rules) {
        this.transactions = transactions;
        this.checks = checks;
        this.alerts = alerts;
        this.forecasts = forecasts;
        this.rules = rules;
    }

    /// @throws ProblemException as [Placing#place]
    @ReadOnly
    public Quoted quote(Placement placement) {
        var checked = checks.check(placement);
        var forecast =
                transactions.reading(
                        connection -> forecasts.of(connection, rules.now(), checked.sale()));
        var elder = forecast.quoted().elder().orElseThrow();
        PlacementChecks.mustBeActive(placement, elder);
        var shown = alerts.of(placement, checked.basket(), elder);
        mustBeLeft(checked.menu(), checked.basket());
        var _ = checks.address(placement);
        return new Quoted(checked.basket(), forecast, shown);
    }

    private static void mustBeLeft(Menu menu, Basket basket) {
        Preorder.portions(basket)
                .forEach((sku, portions) -> {
                    if (menu.find(sku).filter(item -> item.left() >= portions).isEmpty()) {
                        throw ProblemException.with(ProblemCode.SOLD_OUT, Map.of("sku", sku));
                    }
                });
    }
}
