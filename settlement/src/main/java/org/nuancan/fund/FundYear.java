package org.nuancan.fund;

import org.nuancan.money.Fen;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/// A payer's year.
///
/// @param budget what it set aside; empty if nobody has said, or it is not the reader's business
/// @param granted all that is booked as its claims, recoveries taken off
/// @param claimed of that, what stands on statements
/// @param paid what it has paid
/// @param forecast what will be granted by the year's end if it goes on as in the last 28 days
/// @param warnings at 80, 95 and 100 per cent of the budget; none without one
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

    /// A part of the budget that is used up, or will be.
    ///
    /// @param percent of the budget
    /// @param reached whether it is used up already
    /// @param on the day on which it was reached, or is expected to be
    public record Warning(int percent, boolean reached, LocalDate on) {}
}
