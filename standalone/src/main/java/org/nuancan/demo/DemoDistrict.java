package org.nuancan.demo;

import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import org.nuancan.db.Transactions;
import org.nuancan.demo.district.District;
import org.nuancan.elder.lookup.Elders;

/// Loads the demo district into the database, in the environment `embedded` only.
@Singleton
@Requires(env = "embedded")
public final class DemoDistrict {

    /// The author of all rows that the demo loads.
    static final String BY = "demo";

    private static final int AT_ONCE = 1_000;

    private final Transactions transactions;
    private final CanteenSetup openings;
    private final Badges badges;
    private final Elders elders;

    DemoDistrict(Transactions transactions, CanteenSetup openings, Badges badges, Elders elders) {
        this.transactions = transactions;
        this.openings = openings;
        this.badges = badges;
        this.elders = elders;
    }

    /// Loads the district completely or not at all; if it is loaded already, nothing is changed.
    ///
    /// @return whether this call loaded it
    public boolean load() {
        var canteens = District.canteens(District.SEED);
        if (openings.has(canteens.getFirst())) {
            return false;
        }
        var district = District.of(District.SEED);
        return transactions.inOne(connection -> {
            var opened = new ArrayList<CanteenSetup.Opened>();
            for (var provider : district.providers()) {
                opened.add(openings.open(provider, BY));
            }
            badges.handOut(opened);
            for (var from = 0; from < district.elders().size(); from += AT_ONCE) {
                var to = Math.min(district.elders().size(), from + AT_ONCE);
                var some = district.elders().subList(from, to);
                var _ = elders.enrolAll(some.stream().map(Enrolments::of).toList(), BY);
            }
            return true;
        });
    }
}
