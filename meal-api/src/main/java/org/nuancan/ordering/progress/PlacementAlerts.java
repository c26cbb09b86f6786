package org.nuancan.ordering.progress;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.nuancan.elder.lookup.ElderAtTable;
import org.nuancan.http.problem.ProblemCode;
import org.nuancan.http.problem.ProblemException;
import org.nuancan.ordering.Placement;
import org.nuancan.ordering.Preorder;
import org.nuancan.ordering.record.PreorderStore;
import org.nuancan.sale.Basket;

/// Finds what a caller who orders must know: `ALLERGEN`, `DIET`, `SAME_SLOT` (the elder has another
/// order for this meal), `IN_INSTITUTION`.
@Singleton
final class PlacementAlerts {

    private static final String ALLERGEN = "ALLERGEN";
    private static final String DIET = "DIET";

    private final Baskets baskets;
    private final PreorderStore orders;

    PlacementAlerts(Baskets baskets, PreorderStore orders) {
        this.baskets = baskets;
        this.orders = orders;
    }

    /// @throws ProblemException `ALLERGEN`, `DIET`, `ORDER_COLLIDES` for an alert that is not
    ///   accepted
    List<String> of(Placement placement, Basket basket, ElderAtTable elder) {
        var alerts = new ArrayList<String>();
        var allergens = baskets.allergens(basket, placement.siteId(), elder);
        if (!allergens.isEmpty()) {
            if (!placement.accepted().allergen()) {
                throw ProblemException.with(ProblemCode.ALLERGEN, Map.of("allergens", allergens));
            }
            alerts.add(ALLERGEN);
        }
        var unmet = baskets.unmet(basket, placement.siteId(), elder);
        if (!unmet.isEmpty()) {
            if (!placement.accepted().diet()) {
                throw ProblemException.with(ProblemCode.DIET, Map.of("diet", unmet));
            }
            alerts.add(DIET);
        }
        if (hasAnother(placement)) {
            alerts.add("SAME_SLOT");
        }
        if (elder.facts().isInInstitutionOn(placement.meal().serviceDate())) {
            alerts.add("IN_INSTITUTION");
        }
        return List.copyOf(alerts);
    }

    /// While the elder is locked, no other order can appear before the transaction commits.
    private boolean hasAnother(Placement placement) {
        var others =
                orders.ofElder(
                        placement.elderId(),
                        placement.meal().serviceDate(),
                        placement.meal().slot());
        var byPlan = others.stream().anyMatch(other -> other.when().planId().isPresent());
        var collides = placement.by() instanceof Placement.By.Plan ? !others.isEmpty() : byPlan;
        if (collides && !placement.accepted().collision()) {
            throw ProblemException.with(
                    ProblemCode.ORDER_COLLIDES,
                    Map.of("orderId", Long.toString(others.getFirst().orderId())));
        }
        return !others.isEmpty();
    }

    /// The accepted alerts, each with the user who accepted it: the caller, or the author of the
    /// plan.
    static Preorder.Accepted accepted(Placement placement, List<String> alerts) {
        var by = placement.by().accepting();
        return new Preorder.Accepted(
                Optional.of(by).filter(_ -> alerts.contains(ALLERGEN)),
                Optional.of(by).filter(_ -> alerts.contains(DIET)));
    }
}
