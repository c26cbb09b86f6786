package org.nuancan.finance;

import java.time.LocalDate;
import java.util.List;
import org.nuancan.money.Fen;

/// Sums of what stands on statements, booked in a period.
///
/// @param items in order of their keys
/// @param total over all of the period
record Summary(LocalDate from, LocalDate to, Grouping groupBy, List<Item> items, Sums total) {

    /// By what it is grouped.
    enum Grouping {
        day,
        street,
        provider,
        policy,
        payer
    }

    /// The sums of a day, a street's or a provider's sales, a policy's grants or a payer's share.
    ///
    /// @param key the day, the street's code, the provider's id, the policy's code or the payer
    record Item(
            String key,
            long orders,
            Fen grossFen,
            Fen collectedFen,
            Fen platformCollectedFen,
            Fen discountFen,
            Fen dinerGrantFen,
            Fen incentiveFen,
            Fen adjustmentFen,
            Fen claimFen) {

        static Item of(String key, Sums sums) {
            return new Item(
                    key,
                    sums.orders(),
                    sums.grossFen(),
                    sums.collectedFen(),
                    sums.platformCollectedFen(),
                    sums.discountFen(),
                    sums.dinerGrantFen(),
                    sums.incentiveFen(),
                    sums.adjustmentFen(),
                    sums.claimFen());
        }
    }

    /// @param orders how many orders were captured; by policy or payer, how many it had part in
    /// @param dinerGrantFen what payers bear of what elders ate
    /// @param claimFen all that payers owe, recoveries taken off
    record Sums(
            long orders,
            Fen grossFen,
            Fen collectedFen,
            Fen platformCollectedFen,
            Fen discountFen,
            Fen dinerGrantFen,
            Fen incentiveFen,
            Fen adjustmentFen,
            Fen claimFen) {

        Sums plus(Sums more) {
            return new Sums(
                    Math.addExact(orders, more.orders),
                    grossFen.plus(more.grossFen),
                    collectedFen.plus(more.collectedFen),
                    platformCollectedFen.plus(more.platformCollectedFen),
                    discountFen.plus(more.discountFen),
                    dinerGrantFen.plus(more.dinerGrantFen),
                    incentiveFen.plus(more.incentiveFen),
                    adjustmentFen.plus(more.adjustmentFen),
                    claimFen.plus(more.claimFen));
        }
    }
}
