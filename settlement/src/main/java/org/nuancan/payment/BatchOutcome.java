package org.nuancan.payment;

import java.util.List;
import org.nuancan.money.Fen;
import org.nuancan.review.step.Level;

/// Outcome of a request to pay.
public sealed interface BatchOutcome {

    /// The batch is made and booked.
    ///
    /// @param waiting providers that are left out
    record Made(Batch batch, List<Waiting> waiting) implements BatchOutcome {

        public Made {
            waiting = List.copyOf(waiting);
        }
    }

    /// A provider that is not paid yet.
    ///
    /// @param open open amount of its statements; [Batches#MOST] if that cannot be added up
    record Waiting(long providerId, Fen open, Why why) {}

    /// Reasons why a provider waits.
    enum Why {
        /// It owes more than it is owed.
        OWES,
        /// It is suspended.
        PROVIDER_SUSPENDED,
        /// Its account is not on file.
        NO_ACCOUNT,
        /// Its account cannot be read; the log has the cause.
        ACCOUNT_UNREADABLE,
        /// Its open amount is more than [Batches#MOST], or too large to be added up.
        SUM_TOO_LARGE
    }

    /// No statement up to that day is approved and open.
    ///
    /// @param waiting providers that are left out
    record NothingToPay(List<Waiting> waiting) implements BatchOutcome {

        public NothingToPay {
            waiting = List.copyOf(waiting);
        }
    }

    /// The person who pays has acted on one of the statements at another level.
    record SecondPerson(long statementId, Level level) implements BatchOutcome {}
}
