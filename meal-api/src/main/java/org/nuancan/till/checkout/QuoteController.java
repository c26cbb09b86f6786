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
import java.sql.Connection;
import java.sql.SQLException;
import org.nuancan.access.Caller;
import org.nuancan.access.Role;
import org.nuancan.db.Transactions;
import org.nuancan.sale.CurrentRules;
import org.nuancan.sale.booking.OrderWriter;
import org.nuancan.till.Resolution;
import org.nuancan.till.Resolved;
import org.nuancan.till.SaleRequest;
import org.nuancan.till.TillSites;

/// Quotes the price of a meal.
@Controller("/v1/pos/quotes")
@Secured(Role.POS_TERMINAL)
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "till")
class QuoteController {

    private final Transactions transactions;
    private final TillSites sites;
    private final SaleRequestReader asking;
    private final Resolution resolution;
    private final OrderWriter writer;
    private final CurrentRules rules;
    private final CheckoutMeters meters;

    QuoteController(
            Transactions transactions,
            TillSites sites,
            SaleRequestReader asking,
            Resolution resolution,
            OrderWriter writer,
            CurrentRules rules,
            CheckoutMeters meters) {
        this.transactions = transactions;
        this.sites = sites;
        this.asking = asking;
        this.resolution = resolution;
        this.writer = writer;
        this.rules = rules;
        this.meters = meters;
    }

    /// The price of a meal at this instant. Stores nothing.
    @Post
    @Status(HttpStatus.OK)
    QuoteAnswer quote(@Body @Valid QuoteBody body, Caller caller) {
        var asked = asking.quote(sites.of(caller), body);
        return meters.quote(() -> transactions.reading(connection -> quote(connection, asked)));
    }

    private QuoteAnswer quote(Connection connection, SaleRequest asked) throws SQLException {
        var known = resolution.seen(connection, asked);
        return switch (resolution.resolve(connection, known, asked)) {
            case Resolved.Refused(var problem) -> throw problem;
            case Resolved.Ready(var sale, var code) ->
                    QuoteAnswer.of(writer.quote(connection, rules.now(), known.guests(), sale));
        };
    }
}
