package org.nuancan.close.statement;

import org.nuancan.ledger.Entry;
import org.nuancan.money.Fen;

/// Sums of the lines of a statement, net of refunds.
///
/// @param gross meals and fees earned
/// @param collected the elders' share that the provider collected
/// @param platformCollected the elders' share that the platform's acquirer collected
/// @param discount discounts paid by the provider
/// @param dinerGrant subsidies that payers pay for the elders' meals
/// @param incentive additional subsidies of policies for the provider
/// @param adjustment recoveries and corrections
public record Sums(
        Fen gross,
        Fen collected,
        Fen platformCollected,
        Fen discount,
        Fen dinerGrant,
        Fen incentive,
        Fen adjustment) {

    /// Sums of one line.
    public static Sums of(Entry entry) {
        var adding = new Adding();
        adding.add(entry);
        return adding.sums();
    }

    /// Amount that the other provider of an order collected or bears for this one, negative on that
    /// provider's statement.
    public Fen elsewhere() {
        return gross.minus(collected).minus(platformCollected).minus(discount).minus(dinerGrant);
    }

    /// Amount owed to the provider; negative if the provider owes.
    public Fen payable() {
        return gross.minus(collected).minus(discount).plus(incentive).plus(adjustment);
    }
}
