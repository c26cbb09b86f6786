package org.nuancan.preorder;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.RequestBean;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.inject.Singleton;
import jakarta.validation.Valid;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.nuancan.access.Caller;
import org.nuancan.access.Role;
import org.nuancan.db.Ids;
import org.nuancan.db.Transactions;
import org.nuancan.http.Answer;
import org.nuancan.http.Cursor;
import org.nuancan.http.Id;
import org.nuancan.http.IdempotencyKey;
import org.nuancan.http.IdempotencyKeys;
import org.nuancan.http.Page;
import org.nuancan.http.Paging;
import org.nuancan.http.ProblemCode;
import org.nuancan.http.ProblemException;

/// Meals ordered by phone or at a desk.
@Controller("/v1/orders")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "Meals to order")
class OrdersController {

    private final Transactions transactions;
    private final IdempotencyKeys keys;
    private final Placing placing;
    private final Preorders preorders;
    private final Desk desk;

    /// What a desk looks at.
    @Singleton
    record Desk(PreorderRows rows, Showing showing, Ids ids, Clock clock) {}

    OrdersController(
            Transactions transactions,
            IdempotencyKeys keys,
            Placing placing,
            Preorders preorders,
            Desk desk) {
        this.transactions = transactions;
        this.keys = keys;
        this.placing = placing;
        this.preorders = preorders;
        this.desk = desk;
    }

    /// Orders a meal: limits and portions are held, nothing is booked.
    @Post
    @Secured({Role.CITY_ADMIN, Role.DISTRICT_OFFICER, Role.ORDER_DESK})
    @ApiResponse(
            responseCode = "201",
            description = "Ordered; the same again for the same key.",
            useReturnTypeSchema = true)
    HttpResponse<PreorderAnswer> place(
            IdempotencyKey key, @Body @Valid OrderBody body, Caller caller) {
        var wish = body.wish(desk.ids().next(), caller);
        return keys.once(
                key,
                body,
                connection -> {
                    var placed = placing.place(connection, wish);
                    return Answer.created(
                            desk.showing().of(connection, placed.order(), placed.alerts()));
                });
    }

    /// Gives a meal up before it is cooked: limits and portions go back.
    @Post("/{orderId}/cancel")
    @Secured({Role.CITY_ADMIN, Role.DISTRICT_OFFICER, Role.ORDER_DESK})
    @ApiResponse(
            responseCode = "200",
            description = "Cancelled, now or before.",
            useReturnTypeSchema = true)
    HttpResponse<PreorderAnswer> cancel(
            IdempotencyKey key, Id orderId, @Nullable @Body @Valid CancelBody body, Caller caller) {
        var action = Action.keyed(key, desk.clock().instant(), CancelBody.said(body));
        return keys.attempt(
                key,
                body,
                connection -> {
                    var _ = found(connection, orderId, caller);
                    return preorders
                            .cancel(connection, orderId.value(), action)
                            .attempted(order -> desk.showing().of(connection, order));
                });
    }

    /// One order with its whole history; its PIN is not shown to auditors.
    @Get("/{orderId}")
    @Secured({Role.CITY_ADMIN, Role.DISTRICT_OFFICER, Role.ORDER_DESK, Role.AUDITOR})
    PreorderAnswer one(Id orderId, Caller caller) {
        return transactions.reading(connection ->
                desk.showing().to(connection, caller, found(connection, orderId, caller)));
    }

    /// Orders of elders in the caller's area, the earliest placed first.
    @Get
    @Secured({Role.CITY_ADMIN, Role.DISTRICT_OFFICER, Role.ORDER_DESK, Role.AUDITOR})
    Page<PreorderAnswer> some(
            @Valid @RequestBean OrderFilter filter,
            @Valid @RequestBean Paging paging,
            Caller caller) {
        var after = paging.cursor().map(cursor -> cursor.number(0)).orElse(0L);
        return transactions.reading(connection -> {
            var shown = new ArrayList<PreorderAnswer>();
            for (var order : filter.find(connection, desk.rows(), caller, after, paging.rows())) {
                shown.add(desk.showing().to(connection, caller, order));
            }
            return Page.of(List.copyOf(shown), paging, one -> Cursor.of(one.orderId().value()));
        });
    }

    private Preorder found(Connection connection, Id orderId, Caller caller) throws SQLException {
        return preorders
                .find(connection, orderId.value())
                .filter(order -> isSeenBy(order, caller))
                .orElseThrow(() -> ProblemException.of(ProblemCode.NOT_FOUND));
    }

    private static boolean isSeenBy(Preorder order, Caller caller) {
        return caller.covers(order.eater().household()) || caller.covers(order.eater().residence());
    }
}
