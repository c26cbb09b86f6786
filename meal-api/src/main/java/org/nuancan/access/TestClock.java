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
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.nuancan.day.BusinessDay;
import org.nuancan.day.SettableClock;
import org.nuancan.http.problem.ProblemCode;
import org.nuancan.http.problem.ProblemException;

/// Sets business time, in demos and tests.
@Controller("/test/clock")
@Requires(env = {"embedded", "test"})
@Tag(name = "Demo")
final class TestClock {

    private static final int FIRST_YEAR = 2000;
    private static final int LAST_YEAR = 2199;

    private final SettableClock clock;

    TestClock(SettableClock clock) {
        this.clock = clock;
    }

    /// @param now null for the real time
    @Introspected
    record Time(@Nullable OffsetDateTime now) {}

    /// Limited to the years 2000 to 2199, so that days before and after exist as well.
    private static OffsetDateTime reachable(OffsetDateTime now) {
        if (now.getYear() < FIRST_YEAR || now.getYear() > LAST_YEAR) {
            throw ProblemException.of(
                    ProblemCode.REQUEST_INVALID,
                    List.of(
                            new ProblemException.Fault(
                                    "/now", "OUT_OF_RANGE", "2000–2199 年 / the years 2000–2199")));
        }
        return now;
    }

    /// Sets business time, which continues from there.
    @Put
    @Secured(Role.CITY_ADMIN)
    @Operation(summary = "Set business time (environments embedded and test only)")
    Time set(@Body Time time) {
        if (time.now() == null) {
            clock.reset();
        } else {
            clock.set(reachable(time.now()).toInstant());
        }
        return new Time(OffsetDateTime.ofInstant(clock.instant(), BusinessDay.ZONE));
    }
}
