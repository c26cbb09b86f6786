package org.nuancan.bench;

import java.net.URI;
import java.util.concurrent.atomic.AtomicLong;
import org.nuancan.bench.city.Lunches;
import org.nuancan.bench.city.Site;
import org.nuancan.bench.load.Call;
import org.nuancan.bench.load.Calls;

/// Tills and elders before one service.
///
/// @param address of the service
record Shop(URI address, Tills tills, Lunches lunches) {

    private static final String CHECKOUTS = "/v1/pos/checkouts";

    /// The till of a site.
    Api till(Site site) {
        return tills.of(site).at(address);
    }

    /// Lunches from a number on, one after another.
    ///
    /// @param run makes the keys of these its own
    Calls calls(String run, long from) {
        var next = new AtomicLong(from);
        return () -> {
            var number = next.getAndIncrement();
            var lunch = lunches.lunch(number);
            return Call.post(
                    address,
                    CHECKOUTS,
                    tills.of(lunch.site()).authorization(),
                    run + "-" + number,
                    lunch.body());
        };
    }
}
