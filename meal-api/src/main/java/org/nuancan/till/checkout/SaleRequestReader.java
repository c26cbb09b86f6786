package org.nuancan.till.checkout;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.nuancan.day.BusinessDay;
import org.nuancan.db.Ids;
import org.nuancan.http.problem.ProblemCode;
import org.nuancan.http.problem.ProblemException;
import org.nuancan.money.Fen;
import org.nuancan.sale.Sale;
import org.nuancan.till.Counter;
import org.nuancan.till.CredentialBody;
import org.nuancan.till.SaleRequest;
import org.nuancan.till.TenderBody;
import org.nuancan.till.TenderRules;
import org.nuancan.till.TillSite;

/// Reads requests that a till sends over the network: the meal is sold now and eaten today.
@Singleton
final class SaleRequestReader {

    private final Ids ids;
    private final Clock clock;

    SaleRequestReader(Ids ids, Clock clock) {
        this.ids = ids;
        this.clock = clock;
    }

    /// Reads a quote, which has no tenders.
    SaleRequest quote(TillSite till, QuoteBody body) {
        return request(till, body, new Sale.Payment.Online(List.of(), Fen.ZERO));
    }

    /// Reads a sale.
    ///
    /// @throws ProblemException `REFERENCE_REQUIRED`, `ROUNDING_REFUSED`, `SERVICE_DATE_REFUSED`
    SaleRequest checkout(TillSite till, CheckoutBody body) {
        var rounding = orZero(body.roundingFen());
        TenderRules.fault(body.tenders(), rounding)
                .ifPresent(code -> {
                    throw ProblemException.of(code);
                });
        var tenders = body.tenders().stream().map(TenderBody::tender).toList();
        return request(till, body.quote(), new Sale.Payment.Online(tenders, Fen.of(rounding)));
    }

    private SaleRequest request(TillSite till, QuoteBody body, Sale.Payment payment) {
        var now = clock.instant();
        var today = BusinessDay.of(now).date();
        var date = body.serviceDate();
        if (date != null && !date.equals(today)) {
            throw ProblemException.of(ProblemCode.SERVICE_DATE_REFUSED);
        }
        var counter = body.fulfilment() == null ? Counter.DINE_IN : body.fulfilment();
        return new SaleRequest(
                ids.next(),
                till,
                Optional.ofNullable(body.credential()).map(CredentialBody::credential),
                new SaleRequest.Meal(
                        today,
                        body.slot(),
                        counter.fulfilment(),
                        now,
                        Optional.ofNullable(body.shiftId()),
                        Optional.ofNullable(body.sequence())),
                body.items(),
                payment);
    }

    private static int orZero(@Nullable Integer value) {
        return value == null ? 0 : value;
    }
}
