package org.nuancan.webhook.client;

import io.micronaut.context.annotation.Context;
import io.micronaut.context.annotation.Property;
import io.micronaut.context.env.Environment;
import java.time.Duration;
import java.util.List;

/// Settings for deliveries.
@Context
public final class HookSettings {

    /// Pauses between tries, as the Standard Webhooks suggest: over three days, each longer than
    /// the one before.
    private static final List<Duration> PAUSES =
            List.of(
                    Duration.ofSeconds(5),
                    Duration.ofMinutes(5),
                    Duration.ofMinutes(30),
                    Duration.ofHours(2),
                    Duration.ofHours(5),
                    Duration.ofHours(10),
                    Duration.ofHours(14),
                    Duration.ofHours(20),
                    Duration.ofHours(24));

    private final List<Duration> pauses;
    private final boolean inside;

    /// @param inside whether internal addresses and plain HTTP are allowed: in the environments
    ///   `embedded` and `test` only
    HookSettings(
            @Property(name = "nuancan.webhooks.pauses", defaultValue = "") List<Duration> pauses,
            @Property(name = "nuancan.webhooks.inside", defaultValue = "false") boolean inside,
            Environment environment) {
        var names = environment.getActiveNames();
        if (inside && !names.contains("embedded") && !names.contains(Environment.TEST)) {
            throw new IllegalStateException(
                    "nuancan.webhooks.inside is for the environments embedded and test only");
        }
        this.pauses = pauses.isEmpty() ? PAUSES : List.copyOf(pauses);
        this.inside = inside;
    }

    boolean isInsideAllowed() {
        return inside;
    }

    /// Number of tries before a delivery is given up.
    public int mostTries() {
        return pauses.size() + 1;
    }

    /// Pause after a number of failed tries, 1 or more.
    public Duration pauseAfter(int tries) {
        return pauses.get(Math.min(tries, pauses.size()) - 1);
    }
}
