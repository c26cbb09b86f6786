package org.nuancan.payment;

import org.nuancan.db.DatabaseFailure;
import org.nuancan.payment.BatchOutcome.Why;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Where a payment to a provider goes, if that is known.
sealed interface Destination {

    /// An account.
    record Known(Payees.Payee payee) implements Destination {}

    /// There is none to pay to.
    record Missing(Why why) implements Destination {}

    /// Asks for the account of a provider, for a payment. One that cannot be read keeps no other
    /// provider from being paid.
    static Destination of(Payees payees, long providerId, long paymentId) {
        try {
            return payees.of(providerId, paymentId)
                    .<Destination>map(Known::new)
                    .orElseGet(() -> new Missing(Why.NO_ACCOUNT));
        } catch (RuntimeException defect) {
            if (DatabaseFailure.from(defect).isPresent()) {
                throw defect;
            }
            log().warn("the account of provider {} cannot be read", providerId, defect);
            return new Missing(Why.ACCOUNT_UNREADABLE);
        }
    }

    private static Logger log() {
        return LoggerFactory.getLogger(Destination.class);
    }
}
