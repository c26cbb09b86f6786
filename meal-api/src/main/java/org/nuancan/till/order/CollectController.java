package org.nuancan.till.order;

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
import org.nuancan.http.Page;
import org.nuancan.http.idempotency.IdempotencyKey;
import org.nuancan.http.text.Id;
import org.nuancan.till.TillSites;
import org.nuancan.till.verification.VerificationBody;

/// Hands over ordered meals at the counter.
@Controller("/v1/pos/orders")
@Secured(Role.POS_TERMINAL)
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "till")
class CollectController {

    private final TillSites sites;
    private final Collecting collecting;

    CollectController(TillSites sites, Collecting collecting) {
        this.sites = sites;
        this.collecting = collecting;
    }

    /// Lists the meals that an elder has ordered from this site for today and may fetch.
    @Post("/lookups")
    @Status(HttpStatus.OK)
    Page<ToCollect> lookUp(@Body @Valid VerificationBody body, Caller caller) {
        return new Page<>(collecting.toCollect(sites.of(caller), body.credential()), null);
    }

    /// Hands over a meal to take away or to eat here. The order is captured, and on disk when the
    /// answer is sent. The elder pays the amount of today's quote, but no more than was agreed.
    @Post("/{orderId}/collect")
    @ApiResponse(
            responseCode = "200",
            description = "Paid; the same again for the same key.",
            useReturnTypeSchema = true)
    HttpResponse<CollectAnswer> collect(
            IdempotencyKey key, Id orderId, @Body @Valid CollectBody body, Caller caller) {
        return collecting.collect(key, sites.of(caller), orderId.value(), body);
    }
}
