package org.nuancan.till;

import io.micronaut.core.annotation.Introspected;
import java.util.List;
import org.nuancan.elder.ElderAtTable;
import org.nuancan.http.Id;

/// Who eats, as much of it as a cashier needs.
///
/// @param elderId who
/// @param maskedName as `张*生`
/// @param age in full years
/// @param diet what the kitchen should know
/// @param allergens what must not be in the meal
@Introspected
record Eater(Id elderId, String maskedName, int age, List<String> diet, List<String> allergens) {

    static Eater of(ElderAtTable elder) {
        return new Eater(
                new Id(elder.elderId()),
                elder.maskedName(),
                elder.age(),
                elder.diet(),
                elder.allergens());
    }
}
