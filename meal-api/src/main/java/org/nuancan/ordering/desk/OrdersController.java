package org.nuancan.ordering.desk;

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
import jakarta.validation.Valid;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.nuancan.access.Caller;
import org.nuancan.access.Role;
import org.nuancan.db.Ids;
import org.nuancan.http.Page;
import org.nuancan.http.Paging;
import org.nuancan.http.idempotency.Answer;
import org.nuancan.http.idempotency.IdempotencyKey;
import org.nuancan.http.idempotency.IdempotencyKeys;
import org.nuancan.http.text.Id;
import org.nuancan.ordering.Action;
import org.nuancan.ordering.OrderFilter;

/// Meals ordered by phone or at a desk.
@Controller("/v1/orders")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "Meals to order")
class OrdersController {

    private final IdempotencyKeys keys;
    private final PreorderService orders;
    private final Ids ids;
    private final Clock clock;

    OrdersController(IdempotencyKeys keys, PreorderService orders, Ids ids, Clock clock) {
        this.keys = keys;
        this.orders = orders;
        this.ids = ids;
        this.clock = clock;
    }

    /// Orders a meal: limits and portions are reserved, and nothing is booked.
    @Post
    @Secured({Role.CITY_ADMIN, Role.DISTRICT_OFFICER, Role.ORDER_DESK})
    @ApiResponse(
            responseCode = "201",
            description = "Ordered; the same again for the same key.",
            useReturnTypeSchema = true)
    HttpResponse<PreorderAnswer> place(
            IdempotencyKey key, @Body @Valid OrderBody body, Caller caller) {
        var placement = body.placement(ids.next(), caller);
        return keys.once(key, body, _ -> Answer.created(orders.place(placement)));
    }

    /// Cancels a meal before it is cooked: limits and portions are released.
    @Post("/{orderId}/cancel")
    @Secured({Role.CITY_ADMIN, Role.DISTRICT_OFFICER, Role.ORDER_DESK})
    @ApiResponse(
            responseCode = "200",
            description = "Cancelled, now or before.",
            useReturnTypeSchema = true)
    HttpResponse<PreorderAnswer> cancel(
            IdempotencyKey key, Id orderId, @Nullable @Body @Valid CancelBody body, Caller caller) {
        var action = Action.keyed(key, clock.instant(), CancelBody.said(body));
        return keys.attempt(key, body, _ -> orders.cancel(orderId.value(), action, caller));
    }

    /// Failed orders whose hand-over was reported after their day was closed, the latest ordered
    /// first: those that a dispatcher's provider delivers, or those of elders in the caller's area.
    /// They stay failed; an elder who got the meal needs a correction.
    @Get("/proven-too-late")
    @Secured({Role.CITY_ADMIN, Role.DISTRICT_OFFICER, Role.DISPATCHER, Role.AUDITOR})
    Page<ProvenTooLateResponse> provenTooLate(@Valid @RequestBean Paging paging, Caller caller) {
        return orders.provenTooLate(paging, caller);
    }

    /// One order with its whole history. Its PIN is shown to those who order for elders; its quote
    /// is not shown to kitchen staff and dispatchers.
    @Get("/{orderId}")
    @Secured({
        Role.CITY_ADMIN,
        Role.DISTRICT_OFFICER,
        Role.STREET_OFFICER,
        Role.ORDER_DESK,
        Role.PROVIDER_MANAGER,
        Role.KITCHEN_STAFF,
        Role.DISPATCHER,
        Role.AUDITOR
    })
    PreorderAnswer one(Id orderId, Caller caller) {
        return orders.find(orderId.value(), caller);
    }

    /// Orders that the caller may see, the earliest placed first: those of elders in the caller's
    /// area; for a kitchen those that it cooks; for a dispatcher those that the provider delivers;
    /// for a manager both.
    @Get
    @Secured({
        Role.CITY_ADMIN,
        Role.DISTRICT_OFFICER,
        Role.STREET_OFFICER,
        Role.ORDER_DESK,
        Role.PROVIDER_MANAGER,
        Role.KITCHEN_STAFF,
        Role.DISPATCHER,
        Role.AUDITOR
    })
    Page<PreorderAnswer> some(
            @Valid @RequestBean OrderFilter filter,
            @Valid @RequestBean Paging paging,
            Caller caller) {
        return orders.list(filter, paging, caller);
    }
}
