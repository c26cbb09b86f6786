package org.nuancan.elder.lookup;

import java.util.List;
import org.nuancan.policy.fact.ElderFacts;

/// An elder who sits down to eat, as of the service date.
///
/// @param elderId who
/// @param maskedName as `张*生`
/// @param districtCode the home district, 6 digits: the household's if it is in the city, else the
///   residence's
/// @param facts what policies ask
/// @param age in full years on the service date
/// @param diet what the kitchen should know
/// @param allergens what the elder must not eat
public record ElderAtTable(
        long elderId,
        String maskedName,
        String districtCode,
        ElderFacts facts,
        int age,
        List<String> diet,
        List<String> allergens) {

    /// Copies the lists.
    public ElderAtTable {
        diet = List.copyOf(diet);
        allergens = List.copyOf(allergens);
    }
}
