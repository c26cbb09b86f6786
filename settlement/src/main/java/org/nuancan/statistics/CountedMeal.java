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

/// A captured meal whose bill was not refunded completely, with the facts of its service date.
///
/// @param eater the elder; empty for an anonymous sale
public record CountedMeal(
        LocalDate serviceDate,
        Place place,
        Slot slot,
        Fulfilment fulfilment,
        Optional<Eater> eater,
        Amounts amounts) {

    /// The site of a meal.
    ///
    /// @param division 9 digits
    public record Place(long siteId, String division, SiteType type) {}

    /// The elder of a meal, as of the service date.
    public record Eater(
            long elderId, AgeBand ageBand, Set<Category> categories, Household.Kind household) {

        public Eater {
            categories = Set.copyOf(categories);
        }

        /// Whether the yearly report counts the elder as disabled or old (失能、高龄).
        boolean isInFocus() {
            return ageBand.isOld()
                    || categories.contains(Category.DISABLED)
                    || categories.contains(Category.DEMENTIA);
        }
    }

    /// Amounts after refunds and recoveries.
    ///
    /// @param bill the items that policies look at
    /// @param paid the amounts that the elder paid, by tender, for all items
    /// @param grants shares of payers that are left
    public record Amounts(Fen bill, Map<TenderType, Fen> paid, List<GrantShare> grants) {

        public Amounts {
            paid = Map.copyOf(paid);
            grants = List.copyOf(grants);
        }
    }
}
