package org.nuancan.till.checkout;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.LongSupplier;
import java.util.stream.IntStream;
import org.nuancan.db.DatabaseFailure;
import org.nuancan.db.Deadline;
import org.nuancan.http.idempotency.IdempotencyKeys.Claim;

/// The waiting checkouts of a node, and the lanes that work on them. Nothing here waits for the
/// database.
///
/// A lane counts as open only while it makes progress. If its group takes too long, the lane is
/// given up and another one opens in its place. A lane that returns after that ends.
final class CheckoutLine<W extends CheckoutLine.Waiting> {

    /// A checkout that waits.
    interface Waiting {

        /// The claim of its request.
        Claim claim();

        /// The instant until which it waits.
        Deadline deadline();

        /// Refuses it: it is not sold and never will be.
        void refuse(DatabaseFailure failure);
    }

    /// A lane of this node, by its number.
    record Lane(int number) {}

    private final CheckoutSettings settings;
    private final LongSupplier nanos;
    private final Object lock = new Object();
    private final Deque<W> waiting = new ArrayDeque<>();

    /// Open lanes, with the time at which each took its present group.
    private final TreeMap<Integer, Long> open = new TreeMap<>();

    CheckoutLine(CheckoutSettings settings, LongSupplier nanos) {
        this.settings = settings;
        this.nanos = nanos;
    }

    /// Adds a checkout to the line.
    ///
    /// @return a lane that has to be opened for it
    /// @throws DatabaseFailure if too many wait already
    Optional<Lane> join(W work) {
        synchronized (lock) {
            if (waiting.size() >= settings.queue()) {
                throw DatabaseFailure.unavailable("too many checkouts wait");
            }
            waiting.add(work);
            var working = working();
            if (working >= settings.lanes()
                    || (working > 0 && waiting.size() < settings.group() / 8)) {
                return Optional.empty();
            }
            var free =
                    IntStream.range(0, 2 * settings.lanes())
                            .filter(number -> !open.containsKey(number))
                            .findFirst();
            free.ifPresent(number -> open.put(number, nanos.getAsLong()));
            return free.isPresent() ? Optional.of(new Lane(free.getAsInt())) : Optional.empty();
        }
    }

    /// The checkouts that a lane sells next, in the order of their arrival; empty if the lane has
    /// to end. A group never has two requests with the same key: the second one is later answered
    /// from the stored answer.
    List<W> next(Lane lane) {
        var late = new ArrayList<W>();
        var group = new ArrayList<W>();
        synchronized (lock) {
            // A lane that was given up ends if enough other lanes are open.
            open.remove(lane.number());
            if (working() < settings.lanes()) {
                take(group, late);
            }
            if (!group.isEmpty()) {
                open.put(lane.number(), nanos.getAsLong());
            }
        }
        late.forEach(
                work -> work.refuse(DatabaseFailure.unavailable("the checkout waited too long")));
        return group;
    }

    private void take(List<W> group, List<W> late) {
        var keys = new HashSet<Owner>();
        while (!waiting.isEmpty() && group.size() < settings.group()) {
            var first = waiting.element();
            if (first.deadline().left().compareTo(settings.needed()) < 0) {
                late.add(waiting.remove());
            } else if (keys.add(Owner.of(first.claim()))) {
                group.add(waiting.remove());
            } else {
                return;
            }
        }
    }

    private int working() {
        var since = nanos.getAsLong() - settings.hung().toNanos();
        return (int) open.values().stream().filter(began -> began - since > 0).count();
    }

    /// How long the slowest lane has worked on its present group.
    Duration slowest() {
        synchronized (lock) {
            var now = nanos.getAsLong();
            return open.values().stream()
                    .map(began -> Duration.ofNanos(now - began))
                    .max(Duration::compareTo)
                    .orElse(Duration.ZERO);
        }
    }

    private record Owner(String caller, String key) {

        private static Owner of(Claim claim) {
            return new Owner(claim.caller(), claim.key());
        }
    }
}
