package org.nuancan.statistics;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.nuancan.ledger.TenderType;
import org.nuancan.ledger.reading.GrantShare;
import org.nuancan.money.Fen;
import org.nuancan.policy.fact.Category;
import org.nuancan.policy.fact.Fulfilment;
import org.nuancan.policy.fact.Household;
import org.nuancan.policy.fact.SiteType;
import org.nuancan.policy.fact.Slot;

/// Ordinary meals for tests: lunch at a station for 18.00, of which 13.00 in cash.
final class Meals {

    static final LocalDate DAY = LocalDate.of(2026, 11, 18);
    static final CountedMeal.Place PLACE = new CountedMeal.Place(71, "110105012", SiteType.STATION);
    static final CountedMeal.Amounts AMOUNTS =
            new CountedMeal.Amounts(
                    Fen.of(1800),
                    Map.of(TenderType.CASH, Fen.of(1300)),
                    List.of(
                            new GrantShare("11", "BJ-DINER", Fen.of(250)),
                            new GrantShare("110105", "BJ-DINER", Fen.of(250)),
                            new GrantShare("11", "BJ-FLOW", Fen.of(300))));

    private Meals() {}

    static CountedMeal of(long elderId) {
        return of(elder(elderId, AgeBand.FROM_70));
    }

    static CountedMeal of(CountedMeal.Eater eater) {
        return new CountedMeal(
                DAY, PLACE, Slot.LUNCH, Fulfilment.DINE_IN, Optional.of(eater), AMOUNTS);
    }

    static CountedMeal at(CountedMeal meal, CountedMeal.Place place) {
        return new CountedMeal(
                meal.serviceDate(),
                place,
                meal.slot(),
                meal.fulfilment(),
                meal.eater(),
                meal.amounts());
    }

    static CountedMeal.Eater elder(long elderId, AgeBand band, Category... categories) {
        return new CountedMeal.Eater(elderId, band, Set.of(categories), Household.Kind.LOCAL);
    }

    /// A sale without an elder, paid with the digital yuan.
    static CountedMeal anonymous() {
        return new CountedMeal(
                DAY,
                PLACE,
                Slot.DINNER,
                Fulfilment.TAKE_AWAY,
                Optional.empty(),
                new CountedMeal.Amounts(
                        Fen.of(2100), Map.of(TenderType.ECNY, Fen.of(2100)), List.of()));
    }
}
