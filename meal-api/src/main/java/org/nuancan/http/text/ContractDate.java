package org.nuancan.http.text;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;

/// A date as the contract writes it: `2026-11-18`, in the years 1000 to 9999, which are those that
/// a database keeps.
public final class ContractDate {

    private static final int LENGTH = "2026-11-18".length();
    private static final int MONTH_LENGTH = "2026-11".length();
    private static final int FIRST_YEAR = 1000;

    private ContractDate() {}

    /// A month as the contract writes it: `2026-11`, in the same years.
    ///
    /// @throws DateTimeException if the text is no such month
    public static YearMonth month(String text) {
        var month = YearMonth.parse(text);
        if (text.length() != MONTH_LENGTH || month.getYear() < FIRST_YEAR) {
            throw new DateTimeException("not a month such as 2026-11");
        }
        return month;
    }

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
