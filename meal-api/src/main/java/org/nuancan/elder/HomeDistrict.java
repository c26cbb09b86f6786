package org.nuancan.elder;

import io.micronaut.context.annotation.Property;
import jakarta.inject.Singleton;
import org.nuancan.policy.fact.ElderFacts;

/// Which district an elder belongs to: the household's if it is in the city, else the residence's.
@Singleton
public final class HomeDistrict {

    private static final int DIGITS = 6;

    private final String city;

    /// @param city the code of the city that runs this service
    HomeDistrict(@Property(name = "nuancan.city", defaultValue = "11") String city) {
        this.city = city;
    }

    /// The code of the elder's district, 6 digits.
    public String districtOf(ElderFacts facts) {
        return districtOf(facts.household().division().code(), facts.residenceDivision().code());
    }

    /// The first 6 digits of the division that decides, or all digits of a shorter one.
    ///
    /// @param household code of the household's division
    /// @param residence code of the residence's division
    public String districtOf(String household, String residence) {
        var home = household.startsWith(city) ? household : residence;
        return home.substring(0, Math.min(DIGITS, home.length()));
    }
}
