package org.nuancan.db;

import io.micronaut.core.propagation.PropagatedContext;
import io.micronaut.core.propagation.PropagatedContextElement;
import java.time.Duration;
import java.util.Comparator;
import java.util.Optional;
import java.util.function.Supplier;

/// The time until which the work of a request or of a job may go on. It is passed from thread to
/// thread in the framework's propagated context.
///
/// After the deadline [Transactions] neither begin nor commit, and they soon stop waiting for a
/// running statement: the caller has stopped waiting and may have made the sale in another way.
///
/// @param atNanos on the clock of [System#nanoTime()]; not a time of day
/// @param isOfLongWork whether the time limit of a statement is that of a job
public record Deadline(long atNanos, boolean isOfLongWork) implements PropagatedContextElement {

    /// The deadline that is `duration` from now.
    public static Deadline in(Duration duration) {
        return new Deadline(System.nanoTime() + duration.toNanos(), false);
    }

    /// A deadline for work whose statements may take as long as those of a job.
    public static Deadline ofLongWork(Duration duration) {
        return new Deadline(System.nanoTime() + duration.toNanos(), true);
    }

    /// The deadline of the current work.
    public static Optional<Deadline> current() {
        return PropagatedContext.getOrEmpty().findAll(Deadline.class).min(EARLIEST);
    }

    /// The earlier of two deadlines.
    public Deadline or(Deadline other) {
        return EARLIEST.compare(this, other) <= 0 ? this : other;
    }

    private static final Comparator<Deadline> EARLIEST =
            (one, other) -> Long.compare(one.atNanos - other.atNanos, 0);

    /// Whether the deadline has passed.
    public boolean isPassed() {
        return atNanos - System.nanoTime() <= 0;
    }

    /// The time left; never negative.
    public Duration left() {
        return Duration.ofNanos(Math.max(0, atNanos - System.nanoTime()));
    }

    /// Runs work under this deadline.
    public <T> T bound(Supplier<T> work) {
        return PropagatedContext.getOrEmpty().plus(this).propagate(work);
    }
}
