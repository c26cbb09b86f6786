package org.nuancan.bank.advice;

/// A place in a bank's file.
///
/// @param part the part, counted from 1: `row 3`, `Ntry 2, TxDtls 1`
/// @param line line of the file, counted from 1; 0 if there are no lines
public record Place(String part, int line) {

    @Override
    public String toString() {
        return line == 0 ? part : "%s (line %d)".formatted(part, line);
    }
}
