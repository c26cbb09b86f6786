package org.nuancan.till;

import static java.util.stream.Collectors.groupingBy;

import io.micronaut.context.annotation.Property;
import jakarta.inject.Singleton;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.function.Function;
import org.nuancan.db.DatabaseFailure;
import org.nuancan.http.IdempotencyKeys.Claim;
import org.nuancan.till.Checkout.Request;
import org.nuancan.till.Checkout.Result;
import org.nuancan.till.Checkout.Settled;

/// Lets checkouts that come while others are being committed form the next group, so that one write
/// to the disk serves many tills. There is no timer: a lone checkout is a group of one and waits
/// for nobody.
///
/// Who is in a group does not matter to what becomes of a checkout. A group that fails is halved
/// until the one that fails stands alone.
@Singleton
final class CheckoutGroups {

    /// A checkout in the line, and what came of it.
    private record Waiting(Request request, CompletableFuture<Settled> result) {}

    private final Checkout checkout;

    /// Of the platform: a lane waits for the database some seven times a group, and a virtual
    /// thread would be parked and called back by a poller each time.
    private final Executor threads =
            Executors.newCachedThreadPool(
                    Thread.ofPlatform().daemon().name("checkout-lane-", 0).factory());

    /// For those who wait for an elder: as many as there are such elders.
    private final Executor apart = Thread.ofVirtual().name("checkout-apart-", 0)::start;

    private final int lanes;
    private final int most;

    private final Object line = new Object();
    private final Deque<Waiting> waiting = new ArrayDeque<>();
    private final BitSet open = new BitSet();

    /// @param lanes how many groups of this node are worked off at once at most: while one is being
    ///   written to the disk another is being computed
    /// @param most how many are in one group at most; a lane beside one that works opens when an
    ///   eighth as many wait, since two small groups cost more than one
    CheckoutGroups(
            Checkout checkout,
            @Property(name = "nuancan.checkout.lanes", defaultValue = "2") int lanes,
            @Property(name = "nuancan.checkout.group", defaultValue = "64") int most) {
        this.checkout = checkout;
        this.lanes = lanes;
        this.most = most;
    }

    /// Sells a meal together with whoever else is waiting. When this returns, what is sold is on
    /// disk.
    Settled sell(Request request) {
        var mine = new Waiting(request, new CompletableFuture<>());
        join(mine).ifPresent(lane -> threads.execute(() -> workOff(lane)));
        return outcome(mine);
    }

    /// @return a lane that has to be opened for it
    private OptionalInt join(Waiting one) {
        synchronized (line) {
            waiting.add(one);
            var lane = open.nextClearBit(0);
            var enough = open.isEmpty() || waiting.size() >= most / 8;
            if (lane >= lanes || !enough) {
                return OptionalInt.empty();
            }
            open.set(lane);
            return OptionalInt.of(lane);
        }
    }

    private static Settled outcome(Waiting mine) {
        try {
            return mine.result().join();
        } catch (CompletionException wrapped) {
            throw wrapped.getCause() instanceof RuntimeException cause ? cause : wrapped;
        }
    }

    /// One lane: group after group until nobody waits.
    private void workOff(int lane) {
        for (var group = next(lane); !group.isEmpty(); group = next(lane)) {
            sell(group, requests -> checkout.sell(requests, lane));
        }
    }

    /// Those who wait, in the order in which they came. Nobody is in a group with a repeat of the
    /// own request: the repeat is answered from what is kept.
    private List<Waiting> next(int lane) {
        synchronized (line) {
            var group = new ArrayList<Waiting>();
            var keys = new HashSet<Owner>();
            while (!waiting.isEmpty()
                    && group.size() < most
                    && keys.add(Owner.of(waiting.peek().request().claim()))) {
                group.add(waiting.poll());
            }
            if (group.isEmpty()) {
                open.clear(lane);
            }
            return group;
        }
    }

    private record Owner(String caller, String key) {

        private static Owner of(Claim claim) {
            return new Owner(claim.caller(), claim.key());
        }
    }

    private void sell(List<Waiting> group, Function<List<Request>, List<Result>> how) {
        try {
            answer(group, how.apply(group.stream().map(Waiting::request).toList()));
        } catch (RuntimeException | Error failure) {
            if (group.size() == 1 || isEverybodys(failure)) {
                group.forEach(one -> one.result().completeExceptionally(failure));
            } else {
                sell(group.subList(0, group.size() / 2), how);
                sell(group.subList(group.size() / 2, group.size()), how);
            }
        }
    }

    /// Without a database, or with a broken process, nobody fares better alone.
    private static boolean isEverybodys(Throwable failure) {
        return failure instanceof Error
                || (failure instanceof DatabaseFailure database && database.isEverybodys());
    }

    private void answer(List<Waiting> group, List<Result> results) {
        var busy = new ArrayList<Busy>();
        for (var i = 0; i < group.size(); i++) {
            switch (results.get(i)) {
                case Result.Busy(var elderId) -> busy.add(new Busy(elderId, group.get(i)));
                case Settled settled -> group.get(i).result().complete(settled);
            }
        }
        wait(busy);
    }

    private record Busy(long elderId, Waiting waiting) {}

    /// Those who have to wait for an elder wait apart, the others are served meanwhile.
    private void wait(List<Busy> busy) {
        busy.stream().collect(groupingBy(Busy::elderId)).values().stream()
                .map(ofOneElder -> ofOneElder.stream().map(Busy::waiting).toList())
                .forEach(ofOneElder ->
                        apart.execute(() ->
                                sell(ofOneElder, requests -> checkout.sellWaiting(requests, 0))));
    }
}
