package org.nuancan.till;

import java.util.Optional;
import org.nuancan.http.problem.ProblemException;
import org.nuancan.sale.Sale;

/// Outcome of resolving a credential and the price list.
public sealed interface Resolved {

    /// The sale can be made.
    ///
    /// @param codeId the code that the sale uses up, if one was presented
    record Ready(Sale sale, Optional<Long> codeId) implements Resolved {}

    /// The sale is refused.
    record Refused(ProblemException problem) implements Resolved {}
}
