package org.nuancan.ordering.progress;

import io.micronaut.context.annotation.Value;
import io.micronaut.context.env.Environment;
import io.micronaut.scheduling.annotation.Scheduled;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.nuancan.close.BeforeClose;
import org.nuancan.day.BusinessDay;
import org.nuancan.db.DatabaseFailure;
import org.nuancan.db.Transactions;
import org.nuancan.ordering.Action;
import org.nuancan.ordering.FailureReason;
import org.nuancan.ordering.record.PreorderRepository;
import org.nuancan.ordering.record.PreorderRepository.Open;
import org.nuancan.policy.fact.Fulfilment;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Fails orders that were neither collected nor reported as delivered by the end of their day. A
/// meal counts as handed over only with evidence, so no job marks an order as delivered.
///
/// Every node runs the job; each order fails once. `nuancan.orders.day-end: false` turns it off on
/// a node; in the environment `test` it runs only if set to `true`. If the close runs in the same
/// process, it calls this job first.
@Singleton
public final class DayEnd implements BeforeClose {

    private static final Logger LOG = LoggerFactory.getLogger(DayEnd.class);
    private static final String BY = "day-end";
    private static final int AT_ONCE = 500;

    private final Transactions transactions;
    private final Preorders preorders;
    private final PreorderRepository repository;
    private final Clock clock;
    private final boolean enabled;

    DayEnd(
            Transactions transactions,
            Preorders preorders,
            PreorderRepository repository,
            Clock clock,
            Environment environment,
            @Value("${nuancan.orders.day-end:}") Optional<String> wanted) {
        this.transactions = transactions;
        this.preorders = preorders;
        this.repository = repository;
        this.clock = clock;
        this.enabled =
                wanted.filter(text -> !text.isBlank())
                        .map(Boolean::parseBoolean)
                        .orElse(!environment.getActiveNames().contains(Environment.TEST));
    }

    @Scheduled(fixedDelay = "30s", initialDelay = "15s")
    void askTheClock() {
        if (!enabled) {
            return;
        }
        try {
            endOf(BusinessDay.today(clock).previous());
        } catch (RuntimeException failure) {
            LOG.warn("the end of the day failed and is tried again", failure);
        }
    }

    /// Fails the orders of a day and of earlier days that are still open.
    ///
    /// A failure in one order stops neither the following orders nor the close, which pays all
    /// canteens. The job tries that order again at each run and books it on its own day while that
    /// is open, else on the first open day after it.
    ///
    /// @throws DatabaseFailure for temporary failures: the next run processes the remaining orders
    @Override
    public void endOf(BusinessDay day) {
        if (!day.isBefore(BusinessDay.today(clock))) {
            return;
        }
        for (var some = open(day, 0); !some.isEmpty(); some = open(day, some.getLast().orderId())) {
            some.forEach(this::failBesideOthers);
        }
    }

    private void failBesideOthers(Open open) {
        try {
            fail(open);
        } catch (RuntimeException defect) {
            if (defect instanceof DatabaseFailure failure && failure.isPassing()) {
                throw defect;
            }
            LOG.error("order {} was not ended and is tried again", open.orderId(), defect);
        }
    }

    private List<Open> open(BusinessDay day, long after) {
        return transactions.reading(_ -> repository.listOpen(day.date(), after, AT_ONCE));
    }

    private void fail(Open open) {
        var reason =
                open.fulfilment() == Fulfilment.DELIVERY
                        ? FailureReason.NOT_DELIVERED
                        : FailureReason.NOT_COLLECTED;
        var atMidnight = new BusinessDay(open.serviceDate()).next().begins();
        var action = Action.of(BY, BY, atMidnight);
        preorders.prepare();
        var _ = preorders.fail(open.orderId(), action, reason);
    }
}
