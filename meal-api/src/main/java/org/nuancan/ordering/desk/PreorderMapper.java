package org.nuancan.ordering.desk;

import static java.util.stream.Collectors.groupingBy;

import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.nuancan.access.Caller;
import org.nuancan.db.Transactions;
import org.nuancan.elder.lookup.ElderAtTable;
import org.nuancan.elder.lookup.Elders;
import org.nuancan.http.text.Id;
import org.nuancan.money.Fen;
import org.nuancan.ordering.Preorder;
import org.nuancan.ordering.progress.CaptureEntity;
import org.nuancan.ordering.progress.CaptureRepository;
import org.nuancan.ordering.record.History;
import org.nuancan.policy.quote.Quote;
import org.nuancan.sale.OrderOnFile;
import org.nuancan.sale.Orders;

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
        return answers(List.of(order), alerts, OrderView.WHOLE).getFirst();
    }

    /// The answer for a reader.
    PreorderAnswer to(Caller caller, Preorder order) {
        return all(caller, List.of(order)).getFirst();
    }

    /// The answers for a reader, in the same order.
    List<PreorderAnswer> all(Caller caller, List<Preorder> some) {
        return answers(some, List.of(), OrderView.of(caller));
    }

    private List<PreorderAnswer> answers(List<Preorder> some, List<String> alerts, OrderView view) {
        if (some.isEmpty()) {
            return List.of();
        }
        var eaters = eaters(some);
        var histories = history.list(some.stream().map(Preorder::orderId).toList());
        return some.stream()
                .map(order ->
                        PreorderAnswer.of(
                                order,
                                view,
                                Optional.ofNullable(eaters.get(order.orderId())).orElseThrow(),
                                histories.getOrDefault(order.orderId(), List.of()),
                                alerts,
                                view.hasQuote() ? capture(order) : null))
                .toList();
    }

    /// The elders of orders, by order.
    private Map<Long, PreorderAnswer.Eater> eaters(List<Preorder> some) {
        var byDate = some.stream().collect(groupingBy(order -> order.when().serviceDate()));
        var eaters = new HashMap<Long, PreorderAnswer.Eater>();
        byDate.forEach((date, orders) -> {
            var ids = orders.stream().map(order -> order.eater().elderId()).distinct().toList();
            var known = elders.forMeal(ids, date);
            orders.forEach(order -> eaters.put(order.orderId(), eater(order, known)));
        });
        return eaters;
    }

    private static PreorderAnswer.Eater eater(Preorder order, Map<Long, ElderAtTable> known) {
        var elderId = order.eater().elderId();
        var elder =
                Optional.ofNullable(known.get(elderId))
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
