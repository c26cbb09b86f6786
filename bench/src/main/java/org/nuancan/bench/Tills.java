package org.nuancan.bench;

import java.net.URI;
import java.net.http.HttpClient;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.nuancan.bench.city.City;
import org.nuancan.bench.city.Site;

/// The city's tills, signed in.
///
/// @param bySite in order of the sites' numbers
record Tills(List<Api> bySite) {

    private static final int AT_ONCE = 16;

    static Tills signedIn(HttpClient http, URI address, City city)
            throws InterruptedException, ExecutionException {
        var futures = new ArrayList<Future<Api>>();
        try (var threads = Executors.newFixedThreadPool(AT_ONCE)) {
            for (var number = 0; number < city.sites(); number++) {
                var terminal = city.site(number).terminal();
                futures.add(
                        threads.submit(
                                () -> Api.signedIn(http, address, terminal, City.TILL_SECRET)));
            }
        }
        var tills = new ArrayList<Api>();
        for (var future : futures) {
            tills.add(future.get());
        }
        return new Tills(List.copyOf(tills));
    }

    Api of(Site site) {
        return bySite.get(site.number());
    }
}
