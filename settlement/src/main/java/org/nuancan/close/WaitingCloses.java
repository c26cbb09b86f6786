package org.nuancan.close;

import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.nuancan.day.BusinessDay;

/// Runs closes of one day that wait on this node at the same time only once: all but the first wait
/// for its answer, without a connection.
@Singleton
final class WaitingCloses {

    private final CloseLock turn;
    private final Map<BusinessDay, CompletableFuture<CloseOutcome>> waiting =
            new ConcurrentHashMap<>();

    WaitingCloses(CloseLock turn) {
        this.turn = turn;
    }

    /// Runs `work` in its turn, or waits for work of the same day that has not started yet.
    ///
    /// @return [CloseOutcome.Busy] if that takes longer than the patience of [CloseLock]
    CloseOutcome run(BusinessDay day, Supplier<CloseOutcome> work) {
        var mine = new CompletableFuture<CloseOutcome>();
        var other = waiting.putIfAbsent(day, mine);
        return other == null ? lead(day, mine, work) : follow(day, other);
    }

    private CloseOutcome lead(
            BusinessDay day, CompletableFuture<CloseOutcome> mine, Supplier<CloseOutcome> work) {
        try {
            Optional<CloseOutcome> done =
                    turn.run(() -> {
                        // A later request may have repaired data that this run does not read, so it
                        // must not join.
                        var _ = waiting.remove(day, mine);
                        return work.get();
                    });
            var outcome = done.orElseGet(() -> new CloseOutcome.Busy(day));
            var _ = mine.complete(outcome);
            return outcome;
        } catch (RuntimeException failure) {
            var _ = mine.completeExceptionally(failure);
            throw failure;
        } finally {
            var _ = waiting.remove(day, mine);
            var _ = mine.complete(new CloseOutcome.Busy(day));
        }
    }

    private CloseOutcome follow(BusinessDay day, CompletableFuture<CloseOutcome> other) {
        try {
            return other.copy()
                    .completeOnTimeout(
                            new CloseOutcome.Busy(day),
                            turn.patience().toNanos(),
                            TimeUnit.NANOSECONDS)
                    .join();
        } catch (CompletionException failure) {
            if (failure.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw failure;
        }
    }
}
