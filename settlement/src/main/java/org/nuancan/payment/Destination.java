package org.nuancan.payment;

import org.nuancan.db.DatabaseFailure;
import org.nuancan.payment.BatchOutcome.Why;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The destination of a payment to a provider, if it is known.
sealed interface Destination {

    /// An account.
    record Known(Payees.Payee payee) implements Destination {}

    /// There is no account to pay to.
    record Missing(Why why) implements Destination {}

    /// The account of a provider, for a payment. If an account cannot be read, the other providers
    /// are still paid.
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
