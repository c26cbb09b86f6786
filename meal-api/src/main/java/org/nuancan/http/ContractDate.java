package org.nuancan.http;

import java.time.DateTimeException;
import java.time.LocalDate;

/// A date as the contract writes it: `2026-11-18`, in the years 1000 to 9999, which are those that
/// a database keeps.
public final class ContractDate {

    private static final int LENGTH = "2026-11-18".length();
    private static final int FIRST_YEAR = 1000;

    private ContractDate() {}

    /// @throws DateTimeException if the text is no such date
    public static LocalDate parse(String text) {
        var date = LocalDate.parse(text);
        // The parser also takes years of more digits, with a sign.
        if (text.length() != LENGTH || date.getYear() < FIRST_YEAR) {
            throw new DateTimeException("not a date such as 2026-11-18");
        }
        return date;
    }
}
