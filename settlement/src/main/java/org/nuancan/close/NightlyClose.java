package org.nuancan.close;

import io.micronaut.context.annotation.Value;
import io.micronaut.context.env.Environment;
import io.micronaut.scheduling.annotation.Scheduled;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalTime;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.nuancan.day.BusinessDay;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Closes yesterday once it is 02:00 by business time. Each node reads the clock at short
/// intervals, so that the close also runs when the clock jumps past 02:00; a lock in the database
/// chooses the node that works.
///
/// `nuancan.close.nightly: false` turns it off on a node; in the environment `test` it runs only
/// with `true`.
@Singleton
final class NightlyClose {

    private static final Logger LOG = LoggerFactory.getLogger(NightlyClose.class);
    private static final LocalTime AT = LocalTime.of(2, 0);

    private final DailyClose close;
    private final Clock clock;
    private final boolean enabled;
    private @Nullable BusinessDay done;

    NightlyClose(
            DailyClose close,
            Clock clock,
            Environment environment,
            @Value("${nuancan.close.nightly:}") Optional<String> wanted) {
        this.close = close;
        this.clock = clock;
        this.enabled =
                wanted.filter(text -> !text.isBlank())
                        .map(Boolean::parseBoolean)
                        .orElse(!environment.getActiveNames().contains(Environment.TEST));
    }

    @Scheduled(fixedDelay = "2s", initialDelay = "5s")
    synchronized void askTheClock() {
        var due = due();
        if (!enabled || due.equals(done)) {
            return;
        }
        try {
            if (close.close(due) instanceof CloseOutcome.Closed closed) {
                done = due;
                LOG.info(
                        "closed {}: {} orders, {} statements, {} parked, {}",
                        closed.date(),
                        closed.orders(),
                        closed.statements(),
                        closed.parked().size(),
                        closed.contentHash());
            }
        } catch (RuntimeException failure) {
            LOG.warn("the close of {} failed and is tried again", due, failure);
        }
    }

    private BusinessDay due() {
        var now = clock.instant().atZone(BusinessDay.ZONE);
        var today = new BusinessDay(now.toLocalDate());
        return now.toLocalTime().isBefore(AT) ? today.previous().previous() : today.previous();
    }
}
