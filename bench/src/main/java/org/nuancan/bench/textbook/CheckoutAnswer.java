package org.nuancan.bench.textbook;

import io.micronaut.core.annotation.Introspected;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.nuancan.policy.quote.Refusal;

/// The answer to a checkout.
@Introspected
record CheckoutAnswer(
        String orderId,
        String receiptNumber,
        @Nullable Eater elder,
        long grossFen,
        long billFen,
        long elderPaysFen,
        List<Granted> grants,
        List<Refusal> refusals,
        List<CheckoutBody.TenderBody> tenders,
        LocalDate bookingDate,
        String receiptText) {

    /// The elder who eats.
    @Introspected
    record Eater(
            String elderId,
            String maskedName,
            long age,
            List<String> diet,
            List<String> allergens) {}

    /// A grant.
    @Introspected
    record Granted(String code, int version, String side, long fen, List<Part> funding) {}

    /// A payer's part of a grant.
    @Introspected
    record Part(String payer, long fen) {}
}
