package org.nuancan.fund;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.nuancan.money.Fen;

/// A payer's year.
///
/// @param budget its budget; empty if it is not set, or the reader may not see it
/// @param granted all amounts booked as its claims, less recoveries
/// @param claimed the part of them that is on statements
/// @param paid amount that it has paid
/// @param forecast granted amount at the year's end if it continues as in the last 28 days
/// @param warnings at 80, 95 and 100 per cent of the budget; empty without a budget
public record FundYear(
        String payer,
        Optional<Fen> budget,
        Fen granted,
        Fen claimed,
        Fen paid,
        Fen forecast,
        List<Warning> warnings) {

    public FundYear {
        warnings = List.copyOf(warnings);
    }

    /// A part of the budget that is used, or will be.
    ///
    /// @param percent of the budget
    /// @param reached whether it is used already
    /// @param on the day on which it was reached, or is expected to be
    public record Warning(int percent, boolean reached, LocalDate on) {}
}
