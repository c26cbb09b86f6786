package org.nuancan.db;

import io.micronaut.core.propagation.PropagatedContext;
import io.micronaut.core.propagation.PropagatedContextElement;
import java.time.Duration;
import java.util.Comparator;
import java.util.Optional;
import java.util.function.Supplier;

/// Until when the work of a request or of a job may go on. It goes with the work from thread to
/// thread in the framework's propagated context.
///
/// [Transactions] begin nothing after it, wait for no statement much longer, and commit nothing
/// once it has passed: its caller has given up by then and may have sold another way.
///
/// @param atNanos on the clock of [System#nanoTime()]; not a time of day
/// @param isOfLongWork whether one of its statements may take as long as one of a job
public record Deadline(long atNanos, boolean isOfLongWork) implements PropagatedContextElement {

    /// One that passes after a while.
    public static Deadline in(Duration duration) {
        return new Deadline(System.nanoTime() + duration.toNanos(), false);
    }

    /// One for work whose statements may take as long as those of a job.
    public static Deadline ofLongWork(Duration duration) {
        return new Deadline(System.nanoTime() + duration.toNanos(), true);
    }

    /// The one that the present work is under.
    public static Optional<Deadline> current() {
        return PropagatedContext.getOrEmpty().findAll(Deadline.class).min(EARLIEST);
    }

    /// The earlier one of two.
    public Deadline or(Deadline other) {
        return EARLIEST.compare(this, other) <= 0 ? this : other;
    }

    private static final Comparator<Deadline> EARLIEST =
            (one, other) -> Long.compare(one.atNanos - other.atNanos, 0);

    /// Whether it has passed.
    public boolean isPassed() {
        return atNanos - System.nanoTime() <= 0;
    }

    /// How long it is until then; never negative.
    public Duration left() {
        return Duration.ofNanos(Math.max(0, atNanos - System.nanoTime()));
    }

    /// Does some work under this deadline.
    public <T> T bound(Supplier<T> work) {
        return PropagatedContext.getOrEmpty().plus(this).propagate(work);
    }
}
