package org.nuancan.ordering.desk;

import io.micronaut.transaction.annotation.ReadOnly;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import org.nuancan.access.Caller;
import org.nuancan.elder.lookup.EldersByWord;
import org.nuancan.http.Cursor;
import org.nuancan.http.Page;
import org.nuancan.http.Paging;
import org.nuancan.http.idempotency.IdempotencyKeys.Attempted;
import org.nuancan.http.problem.ProblemCode;
import org.nuancan.http.problem.ProblemException;
import org.nuancan.http.text.Id;
import org.nuancan.ordering.Action;
import org.nuancan.ordering.OrderFilter;
import org.nuancan.ordering.OrderScope;
import org.nuancan.ordering.OrderWord;
import org.nuancan.ordering.Placement;
import org.nuancan.ordering.Preorder;
import org.nuancan.ordering.progress.Placing;
import org.nuancan.ordering.progress.Preorders;
import org.nuancan.ordering.record.PreorderStore;

/// Orders that the caller may see.
@Singleton
class PreorderService {

    private final Placing placing;
    private final Preorders preorders;
    private final PreorderStore orders;
    private final EldersByWord elders;
    private final PreorderMapper mapper;

    PreorderService(
            Placing placing,
            Preorders preorders,
            PreorderStore orders,
            EldersByWord elders,
            PreorderMapper mapper) {
        this.placing = placing;
        this.preorders = preorders;
        this.orders = orders;
        this.elders = elders;
        this.mapper = mapper;
    }

    /// @throws ProblemException as [Placing#place]
    @Transactional
    PreorderAnswer place(Placement placement) {
        var placed = placing.place(placement);
        return mapper.of(placed.order(), placed.alerts());
    }

    /// @throws ProblemException `NOT_FOUND`
    @Transactional
    Attempted<PreorderAnswer> cancel(long orderId, Action action, Caller caller) {
        var _ = own(orderId, caller);
        return preorders.cancel(orderId, action).attempted(mapper::of);
    }

    /// @throws ProblemException `NOT_FOUND`
    @ReadOnly
    PreorderAnswer find(long orderId, Caller caller) {
        return mapper.to(caller, own(orderId, caller));
    }

    /// As [#find], with the alerts of the time of ordering.
    @ReadOnly
    PreorderAnswer find(long orderId, List<String> alerts, Caller caller) {
        return mapper.of(own(orderId, caller), alerts);
    }

    /// The orders of a filter that the caller may see, the earliest placed first.
    @ReadOnly
    Page<PreorderAnswer> list(OrderFilter filter, Paging paging, Caller caller) {
        var after = paging.cursor().map(cursor -> cursor.number(0)).orElse(0L);
        var word = Optional.ofNullable(filter.q()).filter(text -> !text.isBlank()).map(this::word);
        var found = orders.list(filter, word, OrderScope.of(caller), after, paging.rows());
        return Page.of(mapper.all(caller, found), paging, one -> Cursor.of(one.orderId().value()));
    }

    /// Failed orders that the caller may see and whose proof came too late, the latest ordered
    /// first.
    @ReadOnly
    Page<ProvenTooLateResponse> provenTooLate(Paging paging, Caller caller) {
        var before = paging.cursor().map(cursor -> cursor.number(0)).orElse(Long.MAX_VALUE);
        var found = orders.provenTooLate(OrderScope.of(caller), before, paging.rows());
        return Page.of(
                mapper.all(caller, found).stream().map(ProvenTooLateResponse::of).toList(),
                paging,
                one -> Cursor.of(one.order().orderId().value()));
    }

    private OrderWord word(String text) {
        return new OrderWord(Id.of(text.strip()).value(), elders.find(text));
    }

    private Preorder own(long orderId, Caller caller) {
        return orders.find(orderId)
                .filter(OrderScope.of(caller)::includes)
                .orElseThrow(() -> ProblemException.of(ProblemCode.NOT_FOUND));
    }
}
