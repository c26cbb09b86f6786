package org.nuancan.console.payment;

import java.util.List;
import java.util.Optional;

/// What a bank's answer led to.
///
/// @param applied how many payments it changed
/// @param results its lines, each with its effect
/// @param unread lines that could not be read
/// @param omitted lines that are not listed here
public record BankAnswer(
        String batchId, int applied, List<Line> results, List<Unread> unread, int omitted) {

    /// A line about one payment.
    ///
    /// @param at where it is in the file
    /// @param effect `APPLIED`, `REPEATED`, `CONFLICT`, …
    public record Line(
            String at, String endToEndId, String outcome, String effect, Optional<String> reason) {}

    /// A line that could not be read.
    public record Unread(String at, String endToEndId, String why) {}

    /// The lines that changed nothing and need a look.
    public List<Line> doubtful() {
        return results.stream()
                .filter(line -> !List.of("APPLIED", "REPEATED").contains(line.effect()))
                .toList();
    }
}
