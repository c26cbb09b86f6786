package org.nuancan.policy.document;

import java.util.List;

/// Outcome of reading a document: its value, or every fault.
///
/// @param <T> type of the value
public sealed interface Reading<T> {

    /// The document is valid.
    record Parsed<T>(T value) implements Reading<T> {}

    /// The document has faults.
    ///
    /// @param faults at least one
    record Malformed<T>(List<Fault> faults) implements Reading<T> {

        /// Copies the faults.
        public Malformed {
            faults = List.copyOf(faults);
        }
    }

    /// The value, or the faults if there are any.
    static <T> Reading<T> of(T value, List<Fault> faults) {
        return faults.isEmpty() ? new Parsed<>(value) : new Malformed<>(faults);
    }
}
