package org.nuancan.console.kitchen;

import java.util.List;
import org.nuancan.console.api.Problem;

/// The outcome of marking orders as prepared.
///
/// @param done how many are prepared now
/// @param refused why others are not
public record Prepared(Meal meal, int done, List<Refused> refused) {

    /// An order that was refused.
    public record Refused(String orderId, Problem problem) {}
}
