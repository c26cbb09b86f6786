package org.nuancan.bank;

import java.util.List;

/// Outcome of reading a bank's file.
public sealed interface FileReading {

    /// The advices in the order of the file.
    record Read(List<Advice> advices) implements FileReading {

        public Read {
            advices = List.copyOf(advices);
        }
    }

    /// No file that is understood.
    ///
    /// @param why what was found; nothing of the file's text but names of formats and codes
    /// @param line where, counted from 1; 0 if it is the whole file
    /// @param column likewise
    record Unreadable(String why, int line, int column) implements FileReading {}

    /// The charset that is declared is none of those that are read.
    record UnknownCharset() implements FileReading {}

    /// More advices than a file may have.
    ///
    /// @param most how many it may have
    record TooLong(int most) implements FileReading {}
}
