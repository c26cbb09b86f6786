package org.nuancan.console.payment;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;

/// A day's figures laid side by side, pair by pair.
///
/// @param open how many differences are not closed
public record Reconciliation(LocalDate date, String districtCode, int open, List<Pair> items) {

    /// Two figures that should agree.
    ///
    /// @param title what is compared, in the reader's language
    /// @param outcome `AGREES`, `DIFFERS` or `NOTHING_TO_COMPARE`
    /// @param text the outcome in words
    /// @param openUntil until when a difference may still go away by itself
    public record Pair(
            String pair,
            String title,
            String outcome,
            String text,
            Side left,
            Side right,
            Optional<OffsetDateTime> openUntil,
            List<Difference> differences) {}

    /// One side of a pair.
    public record Side(long count, long sumFen) {}

    /// One difference.
    ///
    /// @param cause what it may come from, in the reader's language
    /// @param records what it is about
    /// @param handled who handles it, if anyone
    public record Difference(
            String differenceId,
            String kind,
            long leftFen,
            long rightFen,
            String cause,
            List<Reference> records,
            Optional<Handled> handled) {}

    /// A record that a difference is about.
    public record Reference(String type, String id) {}

    /// How a difference is looked after.
    ///
    /// @param state `TAKEN`, `EXPLAINED` or `CLOSED`
    public record Handled(
            String state, String takenBy, Optional<String> explanation, OffsetDateTime changedAt) {}
}
