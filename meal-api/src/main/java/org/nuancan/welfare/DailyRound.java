package org.nuancan.welfare;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micronaut.context.annotation.Value;
import io.micronaut.context.env.Environment;
import io.micronaut.scheduling.annotation.Scheduled;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.nuancan.day.BusinessDay;
import org.nuancan.db.DatabaseFailure;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Searches each morning from 08:30 for elders who have not eaten, once a day for all nodes
/// together.
///
/// `nuancan.welfare.daily: false` turns it off on a node; in the environment `test` it runs only if
/// set to `true`.
@Singleton
final class DailyRound {

    private static final Logger LOG = LoggerFactory.getLogger(DailyRound.class);
    private static final LocalTime AT = LocalTime.of(8, 30);

    private final AbsenceCheck looking;
    private final RoundRepository rounds;
    private final Clock clock;
    private final boolean enabled;
    private final AtomicInteger skipped = new AtomicInteger();
    private @Nullable LocalDate done;

    DailyRound(
            AbsenceCheck looking,
            RoundRepository rounds,
            Clock clock,
            MeterRegistry registry,
            Environment environment,
            @Value("${nuancan.welfare.daily:}") Optional<String> wanted) {
        this.looking = looking;
        this.rounds = rounds;
        this.clock = clock;
        var _ =
                Gauge.builder("nuancan.welfare.skipped", skipped, AtomicInteger::get)
                        .description("Elders at whom the last welfare round could not look")
                        .register(registry);
        this.enabled =
                wanted.filter(text -> !text.isBlank())
                        .map(Boolean::parseBoolean)
                        .orElse(!environment.getActiveNames().contains(Environment.TEST));
    }

    @Scheduled(fixedDelay = "20s", initialDelay = "20s")
    synchronized void askTheClock() {
        var now = clock.instant().atZone(BusinessDay.ZONE);
        var today = now.toLocalDate();
        if (!enabled || now.toLocalTime().isBefore(AT) || today.equals(done)) {
            return;
        }
        try {
            if (!rounds.existsById(today)) {
                var looked = looking.look(today, now.toInstant());
                rounds.add(today, clock.instant(), looked.raised(), looked.skipped());
                skipped.set(looked.skipped());
                LOG.info(
                        "{} welfare alerts raised for who has not eaten, {} elders skipped",
                        looked.raised(),
                        looked.skipped());
            }
            done = today;
        } catch (DatabaseFailure failure) {
            LOG.warn("the welfare round of {} failed and is tried again", today, failure);
        }
    }
}
