package org.nuancan.policy;

import java.util.List;

/// What came of reading a document: all of it, or every fault.
///
/// @param <T> what was to be read
public sealed interface Reading<T> {

    /// The document is good.
    record Parsed<T>(T value) implements Reading<T> {}

    /// The document is not.
    ///
    /// @param faults at least one
    record Malformed<T>(List<Fault> faults) implements Reading<T> {

        /// Copies the faults.
        public Malformed {
            faults = List.copyOf(faults);
        }
    }

    /// Drops what was read if there are faults.
    static <T> Reading<T> of(T value, List<Fault> faults) {
        return faults.isEmpty() ? new Parsed<>(value) : new Malformed<>(faults);
    }
}
