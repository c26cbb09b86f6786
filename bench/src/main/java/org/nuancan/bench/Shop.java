package org.nuancan.bench;

import java.net.URI;
import java.util.concurrent.atomic.AtomicLong;
import org.nuancan.bench.city.Lunches;
import org.nuancan.bench.city.Site;
import org.nuancan.bench.load.Call;
import org.nuancan.bench.load.Calls;

/// Tills and elders for the load on one service.
///
/// @param address of the service
/// @param eaten number of lunches sold: each elder eats once, whatever the load
record Shop(URI address, Tills tills, Lunches lunches, AtomicLong eaten) {

    Shop(URI address, Tills tills, Lunches lunches) {
        this(address, tills, lunches, new AtomicLong());
    }

    private static final String CHECKOUTS = "/v1/pos/checkouts";
    private static final String QUOTES = "/v1/pos/quotes";

    /// The till of a site.
    Api till(Site site) {
        return tills.of(site).at(address);
    }

    /// Checkouts of lunches, one after another, by elders who have not eaten yet.
    ///
    /// @param run prefix that makes the keys of these unique
    Calls calls(String run) {
        return () -> {
            var number = eaten.getAndIncrement();
            if (number >= CheckoutOptions.scenario()) {
                throw new IllegalStateException("everybody has eaten: shorten --warm or --seconds");
            }
            var lunch = lunches.lunch(number);
            return Call.post(
                    CHECKOUTS,
                    tills.of(lunch.site()).authorization(),
                    run + "-" + number,
                    lunch.body());
        };
    }

    /// Requests for quotes of lunches, by any elder.
    Calls quotes() {
        var next = new AtomicLong();
        return () -> {
            var lunch = lunches.lunch(next.getAndIncrement());
            return Call.post(
                    QUOTES,
                    tills.of(lunch.site()).authorization(),
                    "quote-" + next.get(),
                    lunch.question());
        };
    }
}
