package org.nuancan.sale;

import java.util.Optional;
import org.nuancan.elder.lookup.ElderAtTable;
import org.nuancan.ledger.posting.Loss;
import org.nuancan.policy.fact.ElderFacts;
import org.nuancan.policy.quote.RefusalReason;

/// Why an order that is captured grants less than was agreed when it was placed.
public enum GapReason {
    /// The elder has died.
    ELDER_DECEASED,
    /// The elder is in an institution or hospital.
    IN_INSTITUTION,
    /// The elder was suspended or has moved away.
    ELDER_NOT_ACTIVE,
    /// Something else has used up a limit.
    LIMIT_USED,
    /// A policy, or a fact about elder or site that it uses, has changed.
    RULES_CHANGED;

    /// The reason why the elder paid less than the quote says; empty if there is no gap.
    public static Optional<GapReason> of(SaleOutcome.Sold sold) {
        return sold.excess().isPositive() && sold.sale().payment() instanceof Sale.Payment.Ordered
                ? Optional.of(why(sold))
                : Optional.empty();
    }

    private static GapReason why(SaleOutcome.Sold sold) {
        var date = sold.sale().at().serviceDate();
        var elder = sold.elder().map(ElderAtTable::facts);
        if (elder.flatMap(ElderFacts::deceasedOn).filter(day -> !date.isBefore(day)).isPresent()) {
            return ELDER_DECEASED;
        }
        if (elder.filter(facts -> !facts.isActiveOn(date)).isPresent()) {
            return ELDER_NOT_ACTIVE;
        }
        if (elder.filter(facts -> facts.isInInstitutionOn(date)).isPresent()) {
            return IN_INSTITUTION;
        }
        return sold.refusals().stream().anyMatch(r -> r.reason() == RefusalReason.LIMIT)
                ? LIMIT_USED
                : RULES_CHANGED;
    }

    /// The gap with the party that bears it by the order's terms; empty if there is none.
    public static Optional<Loss> loss(SaleOutcome.Sold sold) {
        if (!(sold.sale().payment() instanceof Sale.Payment.Ordered ordered)) {
            return Optional.empty();
        }
        return of(sold).map(reason -> {
            var borne = ordered.terms().borne(reason);
            return new Loss(sold.excess(), reason.name(), borne.version(), borne.bearer());
        });
    }
}
