package org.nuancan.console.policy;

import java.util.List;

/// A policy in words and worked out on cases.
///
/// @param policy what is tried
/// @param bills the bills of the columns, in fen
/// @param rows one for each elder
public record Trial(Policy policy, List<Long> bills, List<Row> rows) {

    /// The quotes of an elder.
    ///
    /// @param elder who eats, in words
    /// @param quotes one for each bill
    public record Row(String elder, List<Quote> quotes) {}
}
