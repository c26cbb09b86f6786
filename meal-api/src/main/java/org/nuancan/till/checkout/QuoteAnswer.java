package org.nuancan.till.checkout;

import io.micronaut.core.annotation.Introspected;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.nuancan.money.Fen;
import org.nuancan.policy.quote.Grant;
import org.nuancan.policy.quote.Refusal;
import org.nuancan.sale.SaleOutcome;
import org.nuancan.till.Eater;

/// The price of a meal at this instant.
///
/// @param elder the diner, masked; null at the full price
/// @param grossFen everything on the bill
/// @param billFen the part that may be subsidised
/// @param elderPaysFen the gross less all grants to the diner
/// @param grants in the order granted
/// @param refusals sorted by code
@Introspected
record QuoteAnswer(
        @Nullable Eater elder,
        Fen grossFen,
        Fen billFen,
        Fen elderPaysFen,
        List<Grant> grants,
        List<Refusal> refusals) {

    static QuoteAnswer of(SaleOutcome.Quoted quoted) {
        return new QuoteAnswer(
                quoted.elder().map(Eater::of).orElse(null),
                quoted.sale().basket().gross(),
                quoted.sale().basket().bill(),
                quoted.elderPays(),
                quoted.grants(),
                quoted.refusals());
    }
}
