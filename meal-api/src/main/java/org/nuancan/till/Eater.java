package org.nuancan.till;

import io.micronaut.core.annotation.Introspected;
import java.util.List;
import org.nuancan.elder.lookup.ElderAtTable;
import org.nuancan.http.text.Id;

/// The diner, with the facts that a cashier needs.
///
/// @param elderId the elder
/// @param maskedName as `张*生`
/// @param age in full years
/// @param diet the diets that the kitchen should know
/// @param allergens the allergens that must not be in the meal
@Introspected
public record Eater(
        Id elderId, String maskedName, int age, List<String> diet, List<String> allergens) {

    /// The diner as a cashier may see an elder, with the name masked.
    public static Eater of(ElderAtTable elder) {
        return new Eater(
                new Id(elder.elderId()),
                elder.maskedName(),
                elder.age(),
                elder.diet(),
                elder.allergens());
    }
}
