package org.nuancan.ordering.desk;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Status;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import org.nuancan.access.Caller;
import org.nuancan.access.Role;
import org.nuancan.db.Ids;
import org.nuancan.http.LongWork;
import org.nuancan.http.idempotency.IdempotencyKey;
import org.nuancan.ordering.progress.Quoting;

/// Quotes before ordering, and orders for many meals at once.
@Controller("/v1/orders")
@ExecuteOn(TaskExecutors.BLOCKING)
@Secured({Role.CITY_ADMIN, Role.DISTRICT_OFFICER, Role.ORDER_DESK})
@Tag(name = "Meals to order")
class OrderBatchController {

    private final OrderBatchService batches;
    private final Quoting quoting;
    private final Ids ids;

    OrderBatchController(OrderBatchService batches, Quoting quoting, Ids ids) {
        this.batches = batches;
        this.quoting = quoting;
        this.ids = ids;
    }

    /// The price of a meal at this instant, and what is left of the limits of its policies. Refused
    /// as the order would be. Stores nothing.
    @Post("/quotes")
    @Status(HttpStatus.OK)
    OrderQuoteResponse quote(@Body @Valid OrderBody body, Caller caller) {
        return OrderQuoteResponse.of(quoting.quote(body.placement(ids.next(), caller)));
    }

    /// Orders up to 60 meals, each by itself: one that is refused stops no other. The results are
    /// in the order of the request.
    @LongWork
    @Post("/batch")
    @ApiResponse(
            responseCode = "200",
            description = "Ordered or refused; the same again for the same key.",
            useReturnTypeSchema = true)
    HttpResponse<OrderBatchResponse> batch(
            IdempotencyKey key, @Body @Valid OrderBatchRequest batch, Caller caller) {
        return batches.place(key, batch, caller);
    }
}
