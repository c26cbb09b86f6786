package org.nuancan.till.order;

import io.micronaut.http.HttpResponse;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.nuancan.http.idempotency.Answer;
import org.nuancan.http.idempotency.IdempotencyKey;
import org.nuancan.http.idempotency.IdempotencyKeys;
import org.nuancan.http.problem.ProblemCode;
import org.nuancan.http.problem.ProblemException;
import org.nuancan.http.problem.ProblemException.Fault;
import org.nuancan.money.Fen;
import org.nuancan.sale.CurrentRules;
import org.nuancan.sale.RequestedRefund;
import org.nuancan.sale.booking.OrderWriter;
import org.nuancan.sale.refund.RefundOutcome;
import org.nuancan.sale.refund.Refunds;
import org.nuancan.till.ItemBody;
import org.nuancan.till.TillSite;

/// Makes refunds that a till requests.
@Singleton
final class TillRefunds {

    private final IdempotencyKeys keys;
    private final OrderWriter writer;
    private final Refunds refunds;
    private final CurrentRules rules;
    private final Clock clock;

    TillRefunds(
            IdempotencyKeys keys,
            OrderWriter writer,
            Refunds refunds,
            CurrentRules rules,
            Clock clock) {
        this.keys = keys;
        this.writer = writer;
        this.refunds = refunds;
        this.rules = rules;
        this.clock = clock;
    }

    /// @throws ProblemException `NOT_FOUND`, `REFUND_EXCEEDS_ORDER`, `PRICE_REQUIRED`
    HttpResponse<RefundAnswer> refund(
            IdempotencyKey key, TillSite till, long orderId, RefundBody body) {
        writer.prepare();
        var request = request(till, orderId, body);
        return keys.once(
                key,
                body,
                connection ->
                        Answer.created(answer(refunds.refund(connection, rules.now(), request))));
    }

    private RequestedRefund request(TillSite till, long orderId, RefundBody body) {
        return new RequestedRefund(
                till.site().siteId(),
                till.site().division(),
                orderId,
                till.terminal(),
                body.reason(),
                Optional.ofNullable(body.items()).map(TillRefunds::items),
                clock.instant());
    }

    private static List<RequestedRefund.Item> items(List<ItemBody> items) {
        return items.stream()
                .map(item ->
                        new RequestedRefund.Item(
                                item.sku(),
                                item.quantity(),
                                Optional.ofNullable(item.unitPriceFen()).map(Fen::of)))
                .toList();
    }

    private static RefundAnswer answer(RefundOutcome outcome) {
        return switch (outcome) {
            case RefundOutcome.Refunded refunded -> RefundAnswer.of(refunded);
            case RefundOutcome.NoSuchOrder() -> throw ProblemException.of(ProblemCode.NOT_FOUND);
            case RefundOutcome.ExceedsOrder() ->
                    throw ProblemException.of(ProblemCode.REFUND_EXCEEDS_ORDER);
            case RefundOutcome.PriceNeeded(var item) ->
                    throw ProblemException.of(
                            ProblemCode.PRICE_REQUIRED,
                            List.of(
                                    new Fault(
                                            "/items/%d/unitPriceFen".formatted(item),
                                            "PRICE_REQUIRED",
                                            "该商品曾以多个价格售出 / sold at several prices")));
        };
    }
}
