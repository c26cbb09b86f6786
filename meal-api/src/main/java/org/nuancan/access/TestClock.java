package org.nuancan.access;

import io.micronaut.context.annotation.Requires;
import io.micronaut.core.annotation.Introspected;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Put;
import io.micronaut.security.annotation.Secured;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;
import org.nuancan.day.BusinessDay;
import org.nuancan.day.SettableClock;

/// Sets business time, in demos and tests.
@Controller("/test/clock")
@Requires(env = {"embedded", "test"})
@Tag(name = "Demo")
final class TestClock {

    private final SettableClock clock;

    TestClock(SettableClock clock) {
        this.clock = clock;
    }

    /// @param now null for the real time
    @Introspected
    record Time(@Nullable OffsetDateTime now) {}

    /// Sets business time, which runs on from there.
    @Put
    @Secured(Role.CITY_ADMIN)
    @Operation(summary = "Set business time (environments embedded and test only)")
    Time set(@Body Time time) {
        if (time.now() == null) {
            clock.reset();
        } else {
            clock.set(time.now().toInstant());
        }
        return new Time(OffsetDateTime.ofInstant(clock.instant(), BusinessDay.ZONE));
    }
}
