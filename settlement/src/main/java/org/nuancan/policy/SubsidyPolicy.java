package org.nuancan.policy;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/// A policy as an officer wrote it: data, never code.
///
/// @param id which policy, in which version
/// @param name what people call it
/// @param owner whose policy it is; it concerns elders and sites there
/// @param period when it is in force
/// @param turn when its turn comes within a quote
/// @param conditions what must hold
/// @param amount how much it grants before limits
/// @param limits all must leave room; at most one with the same `on` and `per`
/// @param funding who bears it, at least one
public record SubsidyPolicy(
        PolicyId id,
        PolicyName name,
        Division owner,
        Period period,
        Turn turn,
        Conditions conditions,
        Amount amount,
        List<Limit> limits,
        List<Funding> funding) {

    /// @throws IllegalArgumentException if nobody bears it
    public SubsidyPolicy {
        limits = List.copyOf(limits);
        funding = List.copyOf(funding);
        if (funding.isEmpty()) {
            throw new IllegalArgumentException("nobody bears " + id);
        }
    }

    /// The code that all its versions share.
    public String code() {
        return id.code();
    }

    /// Which version of the code this is.
    public int version() {
        return id.version();
    }

    /// Who gets its grants.
    public Side side() {
        return turn.side();
    }

    /// The same policy, in force up to and including `last`.
    ///
    /// @throws IllegalArgumentException if `last` lies before its first day
    public SubsidyPolicy endingOn(LocalDate last) {
        var ending = new Period(period.from(), Optional.of(last));
        return new SubsidyPolicy(
                id, name, owner, ending, turn, conditions, amount, limits, funding);
    }

    /// Whether owner and payers lie in a division, or bear a grant of their own will. A placeholder
    /// does if the policy itself sees to it that the elder's division that counts lies there.
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
