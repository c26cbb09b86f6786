package org.nuancan.kitchen;

import java.util.List;
import java.util.stream.Collectors;
import org.nuancan.elder.lookup.DeliveryPriority;
import org.nuancan.ordering.Preorder;
import org.nuancan.ordering.PreorderState;
import org.nuancan.policy.fact.Fulfilment;

/// One order of a meal, with its eater.
///
/// @param maskedName masked name of the elder, such as `张*生`
/// @param age age in full years on the day
/// @param priority when the elder gets the meal, compared with others
/// @param needs diets that the elder needs, in the order of the record
/// @param allergens allergens that the elder must avoid
/// @param dropPoint destination: `COUNTER`, or the street's code
public record Serving(
        Preorder order,
        String maskedName,
        int age,
        DeliveryPriority priority,
        List<String> needs,
        List<String> allergens,
        List<Plate> plates,
        String dropPoint) {

    /// Drop point of orders that are collected at the kitchen.
    static final String COUNTER = "COUNTER";

    /// Copies the lists.
    public Serving {
        needs = List.copyOf(needs);
        allergens = List.copyOf(allergens);
        plates = List.copyOf(plates);
    }

    /// The id of the order.
    public long orderId() {
        return order.orderId();
    }

    /// Whether the kitchen cooks the order or has cooked it.
    public boolean isCooked() {
        return order.isCooked();
    }

    /// Whether the order is paid for: it was handed over, or it was cooked and then failed.
    public boolean isSettled() {
        return order.state().isCaptured()
                || (order.state() == PreorderState.FAILED && order.progress().cooked());
    }

    /// Whether the order is delivered to a door.
    public boolean isCarried() {
        return isCooked() && order.when().fulfilment() == Fulfilment.DELIVERY;
    }

    /// Number of portions.
    public int portions() {
        return plates.stream().mapToInt(Plate::quantity).sum();
    }

    /// The warning to print; empty if there are no needs or allergens.
    public String warning() {
        return DietWords.warning(needs, allergens);
    }

    /// The needs as one word: `LOW_SALT+SOFT`, empty for none.
    String diet() {
        return needs.stream().sorted().collect(Collectors.joining("+"));
    }
}
