package org.nuancan.till;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;

/// Sends many requests at the same instant.
///
/// @param size number of requests
public record Crowd(int size) {

    public static Crowd of(int size) {
        return new Crowd(size);
    }

    /// Runs the work once for each number from 0, all at the same instant.
    ///
    /// @return the results in the order of the numbers
    public <T> List<T> all(IntFunction<T> work) {
        var start = new CountDownLatch(1);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var futures = new ArrayList<Future<T>>();
            for (var i = 0; i < size; i++) {
                var number = i;
                futures.add(
                        threads.submit(() -> {
                            start.await();
                            return work.apply(number);
                        }));
            }
            start.countDown();
            return results(futures);
        }
    }

    private static <T> List<T> results(List<Future<T>> futures) {
        var results = new ArrayList<T>();
        for (var future : futures) {
            try {
                results.add(future.get());
            } catch (InterruptedException exception) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(exception);
            } catch (ExecutionException exception) {
                throw new AssertionError(exception.getCause());
            }
        }
        return List.copyOf(results);
    }
}
