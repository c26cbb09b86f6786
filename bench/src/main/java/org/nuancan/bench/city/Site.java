package org.nuancan.bench.city;

import org.nuancan.policy.fact.Division;
import org.nuancan.policy.fact.SiteFacts;
import org.nuancan.policy.fact.SiteType;

/// A site of the city with its till, derived from the number only.
///
/// @param number from 0
/// @param facts for policies; all sites are listed
public record Site(int number, SiteFacts facts) {

    static final int STREETS = 43;
    private static final int SITES_A_PROVIDER = 5;
    private static final int FIRST_SITE = 10_000;
    private static final int FIRST_PROVIDER = 1_000;

    static Site of(int number) {
        var type =
                switch (number % 4) {
                    case 0 -> SiteType.CARE_CENTRE;
                    case 1, 2 -> SiteType.STATION;
                    default -> SiteType.RESTAURANT;
                };
        return new Site(
                number, new SiteFacts(street(number % STREETS), type, 1 + number % 5, true));
    }

    static Division street(int number) {
        return new Division(City.DISTRICT + "%03d".formatted(number + 1));
    }

    /// The id in the database.
    public long id() {
        return (long) FIRST_SITE + number;
    }

    /// The id of its provider.
    public long providerId() {
        return (long) FIRST_PROVIDER + number / SITES_A_PROVIDER;
    }

    /// Whether it is the first site of its provider.
    boolean isProvidersFirst() {
        return number % SITES_A_PROVIDER == 0;
    }

    /// The name with which its till signs in.
    public String terminal() {
        return "BENCH-TILL-%04d".formatted(number);
    }
}
