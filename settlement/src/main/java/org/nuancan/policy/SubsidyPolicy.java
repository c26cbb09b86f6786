package org.nuancan.policy;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.nuancan.policy.fact.Division;

/// A policy as an officer wrote it: data, never code.
///
/// @param id code and version
/// @param name its names
/// @param owner the division that owns it; it applies to elders and sites there
/// @param period the days on which it is in force
/// @param turn its position within a quote
/// @param conditions its conditions
/// @param amount the amount before limits
/// @param limits all must leave room; at most one with the same `on` and `per`
/// @param funding the payers, at least one
public record SubsidyPolicy(
        PolicyId id,
        PolicyName name,
        Division owner,
        Period period,
        Precedence turn,
        Conditions conditions,
        Amount amount,
        List<Limit> limits,
        List<Funding> funding) {

    /// @throws IllegalArgumentException if there is no payer
    public SubsidyPolicy {
        limits = List.copyOf(limits);
        funding = List.copyOf(funding);
        if (funding.isEmpty()) {
            throw new IllegalArgumentException("no payer for " + id);
        }
    }

    /// The code that all its versions share.
    public String code() {
        return id.code();
    }

    /// The number of this version.
    public int version() {
        return id.version();
    }

    /// The side that receives its grants.
    public Side side() {
        return turn.side();
    }

    /// The same policy, in force up to and including `last`.
    ///
    /// @throws IllegalArgumentException if `last` is before its first day
    public SubsidyPolicy endingOn(LocalDate last) {
        var ending = new Period(period.from(), Optional.of(last));
        return new SubsidyPolicy(
                id, name, owner, ending, turn, conditions, amount, limits, funding);
    }

    /// Whether the owner is inside a division and each payer is inside it, a charity or the
    /// provider. A placeholder is inside if the policy's conditions ensure that the elder's
    /// relevant division is.
    public boolean staysIn(Division division) {
        return owner.liesIn(division)
                && funding.stream().allMatch(entry -> staysIn(division, entry.payer()));
    }

    private boolean staysIn(Division division, Payer payer) {
        return switch (payer) {
            case Payer.OfDivision(var named) -> named.liesIn(division);
            case Payer.Placeholder placeholder ->
                    placeholder.digits() >= division.code().length()
                            && conditions.keepEldersIn(division);
            case Payer.OwnDiscount _, Payer.Charity _ -> true;
        };
    }
}
