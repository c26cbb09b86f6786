package org.nuancan.till.order;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.nuancan.access.Caller;
import org.nuancan.access.Role;
import org.nuancan.http.Page;
import org.nuancan.http.idempotency.IdempotencyKey;
import org.nuancan.http.text.Id;
import org.nuancan.till.TillSites;

/// Finds and refunds orders.
@Controller("/v1/pos/checkouts")
@Secured(Role.POS_TERMINAL)
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "till")
class OrderController {

    private final TillSites sites;
    private final TillOrders orders;
    private final TillRefunds refunds;

    OrderController(TillSites sites, TillOrders orders, TillRefunds refunds) {
        this.sites = sites;
        this.orders = orders;
        this.refunds = refunds;
    }

    /// One order of the own site, with its refunds.
    @Get("/{orderId}")
    OrderAnswer one(Id orderId, Caller caller) {
        return orders.one(sites.of(caller), orderId.value());
    }

    /// Lists orders of the own site: by the receipt's number, or all of a day (today if no date is
    /// given), the latest first.
    @Get("{?receiptNumber,date,limit}")
    Page<OrderAnswer> some(
            @QueryValue @Nullable String receiptNumber,
            @QueryValue @Nullable LocalDate date,
            @QueryValue(defaultValue = "50") @Min(1) @Max(500) int limit,
            Caller caller) {
        return new Page<>(
                orders.some(
                        sites.of(caller),
                        Optional.ofNullable(receiptNumber),
                        Optional.ofNullable(date),
                        limit),
                null);
    }

    /// Refunds items of an order, or all that is left: tender by tender, grant by grant.
    @Post("/{orderId}/refunds")
    @ApiResponse(
            responseCode = "201",
            description = "Given back; the same again for the same key.",
            useReturnTypeSchema = true)
    HttpResponse<RefundAnswer> refund(
            IdempotencyKey key, Id orderId, @Body @Valid RefundBody body, Caller caller) {
        return refunds.refund(key, sites.of(caller), orderId.value(), body);
    }
}
