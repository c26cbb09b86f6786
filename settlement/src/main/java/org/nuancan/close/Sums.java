package org.nuancan.close;

import org.nuancan.ledger.Entry;
import org.nuancan.money.Fen;

/// What the lines of a statement come to, net of refunds.
///
/// @param gross meals and fees earned
/// @param collected the elders' share that the provider took
/// @param platformCollected the elders' share that the platform's acquirer took
/// @param discount what the provider bears
/// @param dinerGrant what payers bear of what elders ate
/// @param incentive what policies pay on top
/// @param adjustment recoveries and corrections
public record Sums(
        Fen gross,
        Fen collected,
        Fen platformCollected,
        Fen discount,
        Fen dinerGrant,
        Fen incentive,
        Fen adjustment) {

    /// What one line comes to.
    public static Sums of(Entry entry) {
        var adding = new Adding();
        adding.add(entry);
        return adding.sums();
    }

    /// What the other provider of an order took or bears for this one, negative there.
    public Fen elsewhere() {
        return gross.minus(collected).minus(platformCollected).minus(discount).minus(dinerGrant);
    }

    /// What is owed to the provider; negative if the provider owes.
    public Fen payable() {
        return gross.minus(collected).minus(discount).plus(incentive).plus(adjustment);
    }
}
