package org.nuancan.preorder;

import io.micronaut.transaction.annotation.ReadOnly;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import org.nuancan.access.Caller;
import org.nuancan.http.Cursor;
import org.nuancan.http.IdempotencyKeys.Attempted;
import org.nuancan.http.Page;
import org.nuancan.http.Paging;
import org.nuancan.http.ProblemCode;
import org.nuancan.http.ProblemException;

/// Orders of elders in the caller's area.
@Singleton
class PreorderService {

    private final Placing placing;
    private final Preorders preorders;
    private final PreorderStore orders;
    private final PreorderMapper mapper;

    PreorderService(
            Placing placing, Preorders preorders, PreorderStore orders, PreorderMapper mapper) {
        this.placing = placing;
        this.preorders = preorders;
        this.orders = orders;
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

    /// The orders of a filter, the earliest placed first.
    @ReadOnly
    Page<PreorderAnswer> list(OrderFilter filter, Paging paging, Caller caller) {
        var after = paging.cursor().map(cursor -> cursor.number(0)).orElse(0L);
        var shown =
                orders.list(filter, caller, after, paging.rows()).stream()
                        .map(order -> mapper.to(caller, order))
                        .toList();
        return Page.of(shown, paging, one -> Cursor.of(one.orderId().value()));
    }

    private Preorder own(long orderId, Caller caller) {
        return orders.find(orderId)
                .filter(order -> isSeenBy(order, caller))
                .orElseThrow(() -> ProblemException.of(ProblemCode.NOT_FOUND));
    }

    private static boolean isSeenBy(Preorder order, Caller caller) {
        return caller.covers(order.eater().household()) || caller.covers(order.eater().residence());
    }
}
