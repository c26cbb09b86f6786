package org.nuancan.finance.journal;

import java.time.LocalDate;
import java.util.List;
import org.nuancan.money.Fen;

/// Sums of the lines of statements, booked in a period.
///
/// @param items in order of their keys
/// @param total over the whole period
record Summary(LocalDate from, LocalDate to, Grouping groupBy, List<Item> items, Sums total) {

    /// Groupings of the sums.
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

    /// @param orders number of captured orders; by policy or payer, the orders in which it had a
    ///   part
    /// @param dinerGrantFen what payers bear of the price of meals
    /// @param claimFen what payers owe in total, after recoveries
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
