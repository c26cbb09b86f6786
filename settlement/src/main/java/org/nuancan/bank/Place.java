package org.nuancan.bank;

/// Where in a bank's file something was found.
///
/// @param part what it is, counted from 1: `row 3`, `Ntry 2, TxDtls 1`
/// @param line of the file, counted from 1; 0 where there are no lines
public record Place(String part, int line) {

    @Override
    public String toString() {
        return line == 0 ? part : "%s (line %d)".formatted(part, line);
    }
}
