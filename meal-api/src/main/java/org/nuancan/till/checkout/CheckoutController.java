package org.nuancan.till.checkout;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import org.nuancan.access.Caller;
import org.nuancan.access.Role;
import org.nuancan.http.idempotency.IdempotencyKey;
import org.nuancan.http.idempotency.IdempotencyKeys;
import org.nuancan.http.idempotency.IdempotencyKeys.Claim;
import org.nuancan.http.problem.ProblemException;
import org.nuancan.till.SaleRequest;
import org.nuancan.till.TillSites;

/// Sells a meal.
@Controller("/v1/pos/checkouts")
@Secured(Role.POS_TERMINAL)
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "till")
class CheckoutController {

    private final TillSites sites;
    private final SaleRequestReader reader;
    private final IdempotencyKeys keys;
    private final CheckoutGroups groups;

    CheckoutController(
            TillSites sites,
            SaleRequestReader reader,
            IdempotencyKeys keys,
            CheckoutGroups groups) {
        this.sites = sites;
        this.reader = reader;
        this.keys = keys;
        this.groups = groups;
    }

    /// Sells a meal. The sale is on disk when the answer is sent.
    @Post
    @ApiResponse(
            responseCode = "201",
            description = "Sold; the same again for the same key.",
            useReturnTypeSchema = true)
    HttpResponse<CheckoutAnswer> sell(
            IdempotencyKey key, @Body @Valid CheckoutBody body, Caller caller) {
        var till = sites.of(caller);
        SaleRequest request;
        try {
            request = reader.checkout(till, body);
        } catch (ProblemException refusal) {
            // The day may have ended since the meal was sold under this key.
            return keys.<CheckoutAnswer>find(key, body).orElseThrow(() -> refusal);
        }
        return sell(keys.claim(key, body), request);
    }

    private HttpResponse<CheckoutAnswer> sell(Claim claim, SaleRequest request) {
        return switch (groups.sell(new Checkout.Request(claim, request))) {
            case Checkout.Settled.Refused(var problem) -> throw problem;
            case Checkout.Settled.SoldBefore(var kept) -> keys.replayed(claim, kept);
            case Checkout.Settled.Sold(_, var kept) -> keys.answered(kept);
        };
    }
}
