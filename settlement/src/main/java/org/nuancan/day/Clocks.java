package org.nuancan.day;

import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Primary;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.InstantSource;

/// The clocks that are injected: business time as `Clock`, real time as `@RealTime InstantSource`.
@Factory
final class Clocks {

    /// Business time in production: the real time.
    @Singleton
    @Requires(notEnv = {"embedded", "test"})
    @Bean(typed = Clock.class)
    Clock business() {
        return Clock.system(BusinessDay.ZONE);
    }

    /// Business time in environments where it may be set.
    @Singleton
    @Primary
    @Requires(env = {"embedded", "test"})
    @Bean(typed = {Clock.class, SettableClock.class})
    SettableClock settable() {
        return new SettableClock(Clock.system(BusinessDay.ZONE));
    }

    /// The system time, for tokens, leases and throttling.
    @Singleton
    @RealTime
    @Bean(typed = InstantSource.class)
    InstantSource real() {
        return InstantSource.system();
    }
}
