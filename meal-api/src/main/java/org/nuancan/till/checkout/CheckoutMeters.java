package org.nuancan.till.checkout;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.inject.Singleton;
import java.util.Objects;
import java.util.function.Supplier;

/// Counts checkouts by outcome, and measures how long quotes and commits take.
@Singleton
final class CheckoutMeters {

    private final MeterRegistry registry;
    private final Timer quotes;
    private final Timer commits;

    CheckoutMeters(MeterRegistry registry) {
        this.registry = registry;
        this.quotes = timer(registry, "nuancan.quote", "From the request to the quote");
        this.commits =
                timer(registry, "nuancan.checkout.commit", "A transaction of checkouts, on disk");
    }

    private static Timer timer(MeterRegistry registry, String name, String description) {
        return Timer.builder(name)
                .description(description)
                .publishPercentiles(0.5, 0.99)
                .register(registry);
    }

    <T> T quote(Supplier<T> work) {
        return Objects.requireNonNull(quotes.record(work));
    }

    <T> T commit(Supplier<T> work) {
        return Objects.requireNonNull(commits.record(work));
    }

    /// @param outcome `SOLD`, `SOLD_BEFORE` or a problem's code
    void count(String outcome) {
        registry.counter("nuancan.checkouts", "outcome", outcome).increment();
    }
}
