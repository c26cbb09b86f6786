package org.nuancan.bank.advice;

import java.util.Optional;
import org.nuancan.money.Fen;

/// A bank's report about a payment, or about all payments of a batch.
///
/// @param amount amount that the bank reports; [Amounts#OTHER] if it is no amount of CNY in whole
///   fen
/// @param reason in the bank's words, codes first
public record Advice(
        Place place,
        Names names,
        Scope scope,
        Meaning meaning,
        Optional<Fen> amount,
        Optional<String> reason) {

    /// The payments that an advice is about.
    public sealed interface Scope {

        /// One payment, or a batch if the names are those of a batch.
        ///
        /// @param count number of payments, if the bank gives it
        record Named(Optional<String> count) implements Scope {}

        /// One payment, as a detail of an entry.
        ///
        /// @param entry the advice of the whole entry, the same object for all its details; it
        ///   applies if no detail names a payment
        record Detail(Advice entry) implements Scope {}

        /// All payments of a batch that the file does not name one by one.
        ///
        /// @param count number of payments that the bank gives
        record Rest(Optional<String> count) implements Scope {}
    }

    /// The content of an advice.
    public sealed interface Meaning {

        /// An entry on the account that the payments are made from.
        ///
        /// @param isReversal the entry reverses an earlier one of the other direction
        record Entry(Direction direction, boolean isReversal, Booking booking) implements Meaning {}

        /// The state of a payment.
        record Status(Outcome outcome) implements Meaning {}

        /// Content that was not understood.
        ///
        /// @param why reason, with the text that was found
        record Unclear(String why) implements Meaning {}
    }

    /// The direction of an entry's money, seen from the account.
    public enum Direction {
        /// Out of the account (`DBIT`).
        OUT,
        /// Into the account (`CRDT`).
        IN
    }

    /// Booking state of an entry.
    public enum Booking {
        /// Booked on the account (`BOOK`).
        BOOKED,
        /// Expected (`PDNG`, `FUTR`) or for information only (`INFO`).
        NOT_BOOKED
    }

    /// The state of a payment, as banks report it.
    public enum Outcome {
        /// The money has arrived.
        SETTLED,
        /// The bank did not pay.
        FAILED,
        /// The money was returned.
        RETURNED,
        /// The bank does not know the state.
        UNKNOWN,
        /// In progress: nothing has changed.
        PENDING
    }
}
