package org.nuancan.bench.load;

import java.util.Map;
import org.HdrHistogram.Histogram;

/// The result of a load.
///
/// @param tookNanos from the first request to the last answer
/// @param latencies in nanoseconds, of all answers; in an open loop from the instant the request
///   was due, so that a wait behind a slow answer is included
/// @param statuses number of answers by HTTP status; 0: no answer came, or only a part of it
/// @param waits of requests for which no connection was free
public record Played(
        long tookNanos, Histogram latencies, Map<Integer, Long> statuses, Waits waits) {

    private static final double NANOS_A_SECOND = 1e9;

    /// Answers a second.
    public double perSecond() {
        return latencies.getTotalCount() * NANOS_A_SECOND / tookNanos;
    }

    /// The latency that this share of the answers does not exceed, in microseconds.
    ///
    /// @param percent 0 to 100
    public double microseconds(double percent) {
        return latencies.getValueAtPercentile(percent) / 1000.0;
    }

    /// The mean latency in microseconds.
    public double meanMicroseconds() {
        return latencies.getMean() / 1000;
    }

    /// The number of requests that got another status than `status`, or were due and never sent.
    public long otherThan(int status) {
        return waits.unsent()
                + statuses.entrySet().stream()
                        .filter(entry -> entry.getKey() != status)
                        .mapToLong(Map.Entry::getValue)
                        .sum();
    }
}
