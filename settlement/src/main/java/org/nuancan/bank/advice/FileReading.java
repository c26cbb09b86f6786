package org.nuancan.bank.advice;

import java.util.List;

/// Outcome of reading a bank's file.
public sealed interface FileReading {

    /// The advices in the order of the file.
    record Read(List<Advice> advices) implements FileReading {

        public Read {
            advices = List.copyOf(advices);
        }
    }

    /// The file was not understood.
    ///
    /// @param why the reason; contains no text of the file except names of formats and codes
    /// @param line line, counted from 1; 0 for the whole file
    /// @param column column, likewise
    record Unreadable(String why, int line, int column) implements FileReading {}

    /// The declared charset is not supported.
    record UnknownCharset() implements FileReading {}

    /// More advices than a file may have.
    ///
    /// @param most the maximum number
    record TooLong(int most) implements FileReading {}
}
