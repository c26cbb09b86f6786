package org.nuancan.access.attempt;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/// The failed attempts under one key, and the time from which the next attempt is checked.
///
/// A value without a clock or a store. When failures reach the limit of a [Rule], attempts wait for
/// 5 s; each further failure doubles the wait, up to 5 min. The waits begin anew once the window
/// has passed since the end of the last one.
///
/// @param recent the last failures within the rule's window, at most as many as its limit
/// @param waits how many waits there were
/// @param opensAt attempts before this time are refused without a check
/// @param changedAt of two copies the later one is used
record FailureHistory(List<Instant> recent, int waits, Instant opensAt, Instant changedAt) {

    static final FailureHistory NONE =
            new FailureHistory(List.of(), 0, Instant.EPOCH, Instant.EPOCH);

    private static final Duration FIRST_WAIT = Duration.ofSeconds(5);
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(5);
    private static final int DOUBLINGS = 6;
    private static final int RADIX = 36;

    /// The number of failures within a time after which attempts wait.
    record Rule(int failures, Duration window) {}

    FailureHistory {
        recent = List.copyOf(recent);
    }

    /// How long an attempt at `now` has to wait; zero if it may be checked.
    Duration waitAt(Instant now) {
        return opensAt.isAfter(now) ? Duration.between(now, opensAt) : Duration.ZERO;
    }

    /// The history with one more failure.
    FailureHistory plusFailure(Rule rule, Instant now) {
        if (waits > 0 && opensAt.plus(rule.window()).isAfter(now)) {
            return new FailureHistory(recent, waits + 1, now.plus(wait(waits + 1)), now);
        }
        var kept = new ArrayList<Instant>();
        recent.stream().filter(at -> at.plus(rule.window()).isAfter(now)).forEach(kept::add);
        kept.add(now);
        var last = kept.subList(Math.max(0, kept.size() - rule.failures()), kept.size());
        return last.size() < rule.failures()
                ? new FailureHistory(last, 0, Instant.EPOCH, now)
                : new FailureHistory(last, 1, now.plus(FIRST_WAIT), now);
    }

    /// An empty history, after a successful sign-in.
    static FailureHistory forgottenAt(Instant now) {
        return NONE.changedAt(now);
    }

    /// The same history, put back at `now`.
    FailureHistory changedAt(Instant now) {
        return new FailureHistory(recent, waits, opensAt, now);
    }

    /// Of two copies of one history the one that was changed later.
    FailureHistory orLater(FailureHistory other) {
        return other.changedAt.isAfter(changedAt) ? other : this;
    }

    private static Duration wait(int number) {
        var doubled = FIRST_WAIT.multipliedBy(1L << Math.min(number - 1, DOUBLINGS));
        return doubled.compareTo(LONGEST_WAIT) < 0 ? doubled : LONGEST_WAIT;
    }

    /// As a text that [#read] reads.
    String text() {
        return recent.stream()
                .map(FailureHistory::millis)
                .collect(
                        Collectors.joining(
                                ",",
                                "%s;%s;%s;"
                                        .formatted(
                                                Integer.toString(waits, RADIX),
                                                millis(opensAt),
                                                millis(changedAt)),
                                ""));
    }

    /// @param text as [#text] wrote it
    static FailureHistory read(String text) {
        var parts = text.split(";", -1);
        var recent =
                parts[3].isEmpty()
                        ? List.<Instant>of()
                        : Arrays.stream(parts[3].split(",", -1))
                                .map(FailureHistory::instant)
                                .toList();
        return new FailureHistory(
                recent, Integer.parseInt(parts[0], RADIX), instant(parts[1]), instant(parts[2]));
    }

    private static String millis(Instant at) {
        return Long.toString(at.toEpochMilli(), RADIX);
    }

    private static Instant instant(String text) {
        return Instant.ofEpochMilli(Long.parseLong(text, RADIX));
    }
}
