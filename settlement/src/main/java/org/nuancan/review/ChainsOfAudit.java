package org.nuancan.review;

import jakarta.inject.Singleton;
import org.nuancan.audit.ChainVerification;
import org.nuancan.close.verification.Provable;
import org.nuancan.day.BusinessDay;

/// Adds the audit log to the checks of `verify`. A chain can only be checked from its beginning, so
/// all of it is read, even if only some days are to be checked.
@Singleton
final class ChainsOfAudit implements Provable {

    private final ChainVerification chains;

    ChainsOfAudit(ChainVerification chains) {
        this.chains = chains;
    }

    @Override
    public Shown show(BusinessDay from, BusinessDay to) {
        var walked = chains.walk();
        return new Shown("links", walked.links(), walked.faults());
    }
}
