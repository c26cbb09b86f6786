package org.nuancan.close;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/// Works off a list with as many hands as there are cores: what the database reads for one provider
/// is hashed while it reads for the next.
final class Together {

    private static final int HANDS = Math.max(2, Runtime.getRuntime().availableProcessors());

    private Together() {}

    /// Does `work` once with each of `all`, in no order, and returns when all of it is done. After
    /// a failure nothing more is begun.
    ///
    /// @throws RuntimeException the first failure
    static <T> void each(List<T> all, Consumer<T> work) {
        var next = new AtomicInteger();
        var failed = new AtomicBoolean();
        var hands = new ArrayList<Future<?>>();
        // They end of themselves: none is left behind when this returns.
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var hand = 0; hand < Math.min(HANDS, all.size()); hand++) {
                hands.add(threads.submit(() -> workOff(all, next, failed, work)));
            }
        }
        hands.forEach(Together::await);
    }

    private static <T> void workOff(
            List<T> all, AtomicInteger next, AtomicBoolean failed, Consumer<T> work) {
        var done = false;
        try {
            for (var i = next.getAndIncrement();
                    i < all.size() && !failed.get();
                    i = next.getAndIncrement()) {
                work.accept(all.get(i));
            }
            done = true;
        } finally {
            if (!done) {
                failed.set(true);
            }
        }
    }

    private static void await(Future<?> hand) {
        try {
            var _ = hand.get();
        } catch (InterruptedException exception) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while others worked", exception);
        } catch (ExecutionException exception) {
            if (exception.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            if (exception.getCause() instanceof Error error) {
                throw error;
            }
            throw new IllegalStateException(exception.getCause());
        }
    }
}
