package org.nuancan.till;

import java.util.Optional;
import org.nuancan.http.ProblemException;
import org.nuancan.order.Sale;

/// What a till's words turn out to mean.
sealed interface Resolved {

    /// It can be sold.
    ///
    /// @param codeId the code that is used up by it, if one was presented
    record Ready(Sale sale, Optional<Long> codeId) implements Resolved {}

    /// It cannot.
    record Refused(ProblemException problem) implements Resolved {}
}
