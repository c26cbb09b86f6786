package org.nuancan.bank;

import java.util.Optional;
import org.nuancan.money.Fen;

/// One thing that a bank says of a payment, or of all payments of a batch.
///
/// @param amount what the bank says it was; [Amounts#OTHER] if it is no amount of CNY in whole fen
/// @param reason in the bank's words, codes first
public record Advice(
        Place place,
        Names names,
        Scope scope,
        Meaning meaning,
        Optional<Fen> amount,
        Optional<String> reason) {

    /// What an advice is about.
    public sealed interface Scope {

        /// One payment, or a batch if the names are those of one.
        ///
        /// @param count of payments, if the bank has counted them
        record Named(Optional<String> count) implements Scope {}

        /// One payment, as a detail of an entry.
        ///
        /// @param entry the advice of the whole entry, the same object for all its details; it
        ///   holds if none of them names a payment
        record Detail(Advice entry) implements Scope {}

        /// All payments of a batch that the file does not name one by one.
        ///
        /// @param count of payments, as the bank has it
        record Rest(Optional<String> count) implements Scope {}
    }

    /// What an advice says.
    public sealed interface Meaning {

        /// An entry on the account that the payments are made from.
        ///
        /// @param isReversal the entry takes back an earlier one of the other direction
        record Entry(Direction direction, boolean isReversal, Booking booking) implements Meaning {}

        /// The state of a payment.
        record Status(Outcome outcome) implements Meaning {}

        /// What is there was not understood.
        ///
        /// @param why what was found
        record Unclear(String why) implements Meaning {}
    }

    /// Which way the money of an entry went, seen from the account.
    public enum Direction {
        /// Out of the account (`DBIT`).
        OUT,
        /// Into the account (`CRDT`).
        IN
    }

    /// How far an entry is.
    public enum Booking {
        /// On the account (`BOOK`).
        BOOKED,
        /// Expected (`PDNG`, `FUTR`) or told for information only (`INFO`).
        NOT_BOOKED
    }

    /// The state of a payment, as banks report it.
    public enum Outcome {
        /// The money has left and arrived.
        SETTLED,
        /// The bank did not pay.
        FAILED,
        /// The money came back.
        RETURNED,
        /// The bank does not know.
        UNKNOWN,
        /// On its way: nothing has changed.
        PENDING
    }
}
