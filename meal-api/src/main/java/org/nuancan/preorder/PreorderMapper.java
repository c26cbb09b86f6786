package org.nuancan.preorder;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.nuancan.access.Caller;
import org.nuancan.access.Role;
import org.nuancan.db.Transactions;
import org.nuancan.elder.ElderAtTable;
import org.nuancan.elder.Elders;
import org.nuancan.http.Id;
import org.nuancan.money.Fen;
import org.nuancan.order.OrderOnFile;
import org.nuancan.order.Orders;
import org.nuancan.policy.Quote;

/// Makes the answer for an order, in the current transaction.
@Singleton
final class PreorderMapper {

    private final Transactions transactions;
    private final Elders elders;
    private final Orders orders;
    private final History history;
    private final CaptureRepository captures;

    PreorderMapper(
            Transactions transactions,
            Elders elders,
            Orders orders,
            History history,
            CaptureRepository captures) {
        this.transactions = transactions;
        this.elders = elders;
        this.orders = orders;
        this.history = history;
        this.captures = captures;
    }

    /// The answer for the caller who ordered, with the elder's PIN.
    PreorderAnswer of(Preorder order) {
        return of(order, List.of());
    }

    /// As [#of], with alerts for the caller.
    PreorderAnswer of(Preorder order, List<String> alerts) {
        return of(order, alerts, true);
    }

    /// The answer for a reader. Auditors do not get the PIN, because it proves a hand-over.
    PreorderAnswer to(Caller caller, Preorder order) {
        return of(order, List.of(), !caller.is(Role.AUDITOR));
    }

    private PreorderAnswer of(Preorder order, List<String> alerts, boolean withPin) {
        return PreorderAnswer.of(
                order,
                withPin,
                elder(order.eater().elderId(), order.when().serviceDate()),
                history.list(order.orderId()),
                alerts,
                capture(order));
    }

    private PreorderAnswer.Eater elder(long elderId, LocalDate date) {
        ElderAtTable elder =
                Optional.ofNullable(elders.forMeal(List.of(elderId), date).get(elderId))
                        .orElseThrow(() -> new IllegalStateException("no elder " + elderId));
        return new PreorderAnswer.Eater(
                new Id(elderId), elder.maskedName(), elder.diet(), elder.allergens());
    }

    private PreorderAnswer.@Nullable Capture capture(Preorder order) {
        if (!order.state().isCaptured()) {
            return null;
        }
        var captured = captures.findById(order.orderId()).orElseThrow();
        var booked =
                transactions
                        .reading(connection ->
                                orders.find(connection, order.where().siteId(), order.orderId()))
                        .orElseThrow();
        var gap = captured.gap();
        return new PreorderAnswer.Capture(
                quote(booked, gap.map(CaptureEntity.Gap::fen).orElse(Fen.ZERO), gap),
                Fen.of(captured.elderPaysFen()),
                gap.map(one -> new PreorderAnswer.Gap(one.fen(), one.reason().name(), one.bearer()))
                        .orElse(null),
                booked.when().bookingDate().date());
    }

    /// The quote of the day without the gap. In the ledger, a payer's part of the gap is posted
    /// like a grant, under the code of its reason.
    private static Quote quote(OrderOnFile booked, Fen gapFen, Optional<CaptureEntity.Gap> gap) {
        var sums = booked.sums();
        return new Quote(
                sums.gross(),
                sums.bill(),
                sums.elderPays().plus(gapFen),
                booked.grants().stream()
                        .filter(grant ->
                                gap.filter(one -> grant.code().equals(one.reason().name()))
                                        .isEmpty())
                        .toList(),
                booked.refusals());
    }
}
