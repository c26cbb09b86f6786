package org.nuancan.payment;

import org.nuancan.money.Fen;
import org.nuancan.review.Level;

import java.util.List;

/// What became of the wish to pay.
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
    /// @param open what is open of its statements
    record Waiting(long providerId, Fen open, Why why) {}

    /// Why a provider waits.
    enum Why {
        /// It owes more than it is owed.
        OWES,
        /// Nobody has its account on file.
        NO_ACCOUNT
    }

    /// Nothing is approved and open up to that day.
    ///
    /// @param waiting providers that are left out
    record NothingToPay(List<Waiting> waiting) implements BatchOutcome {

        public NothingToPay {
            waiting = List.copyOf(waiting);
        }
    }

    /// Who pays has acted on one of the statements at another level.
    record SecondPerson(long statementId, Level level) implements BatchOutcome {}
}
