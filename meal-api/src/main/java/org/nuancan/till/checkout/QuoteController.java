package org.nuancan.till.checkout;

import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Status;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import org.nuancan.access.Caller;
import org.nuancan.access.Role;
import org.nuancan.till.TillSites;

/// Quotes the price of a meal.
@Controller("/v1/pos/quotes")
@Secured(Role.POS_TERMINAL)
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "till")
class QuoteController {

    private final TillSites sites;
    private final SaleRequestReader reader;
    private final QuoteService quotes;
    private final CheckoutMeters meters;

    QuoteController(
            TillSites sites, SaleRequestReader reader, QuoteService quotes, CheckoutMeters meters) {
        this.sites = sites;
        this.reader = reader;
        this.quotes = quotes;
        this.meters = meters;
    }

    /// The price of a meal at this instant. Stores nothing.
    @Post
    @Status(HttpStatus.OK)
    QuoteAnswer quote(@Body @Valid QuoteBody body, Caller caller) {
        var request = reader.quote(sites.of(caller), body);
        return meters.quote(() -> quotes.quote(request));
    }
}
