package org.nuancan.demo.lunch;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/// The latencies of checkouts, measured at the till.
final class Latencies {

    private final Queue<Long> nanos = new ConcurrentLinkedQueue<>();

    void took(long elapsedNanos) {
        nanos.add(elapsedNanos);
    }

    /// The latency in milliseconds that so many per cent of the checkouts did not exceed.
    private long percentileMs(int percent) {
        var sorted = nanos.stream().sorted().toList();
        return sorted.isEmpty()
                ? 0
                : sorted.get(Math.min(sorted.size() - 1, sorted.size() * percent / 100))
                        / 1_000_000;
    }

    @Override
    public String toString() {
        return "    一次结账 · one checkout: p50 %d ms, p99 %d ms"
                .formatted(percentileMs(50), percentileMs(99));
    }
}
