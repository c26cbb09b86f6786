package org.nuancan.till;

import static java.util.stream.Collectors.groupingBy;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import org.nuancan.db.DatabaseFailure;
import org.nuancan.db.Deadline;
import org.nuancan.http.IdempotencyKeys.Claim;
import org.nuancan.http.RequestSettings;
import org.nuancan.till.Checkout.Request;
import org.nuancan.till.Checkout.Result;
import org.nuancan.till.Checkout.Settled;

/// Lets checkouts that come while others are being committed form the next group, so that one write
/// to the disk serves many tills. There is no timer: a lone checkout is a group of one and waits
/// for nobody.
///
/// Who is in a group does not matter to what becomes of a checkout. A group that fails is halved
/// until the one that fails stands alone. Each checkout has a deadline: one that still waits when
/// too little time is left is refused and never sold, since its till may have sold it offline.
@Singleton
final class CheckoutGroups {

    /// A checkout in the line, and what came of it.
    private record WaitingSale(
            Request request, Deadline deadline, CompletableFuture<Settled> result)
            implements CheckoutLine.Waiting {

        @Override
        public Claim claim() {
            return request.claim();
        }

        @Override
        public void refuse(DatabaseFailure failure) {
            result.completeExceptionally(failure);
        }
    }

    private final Checkout checkout;
    private final RequestSettings settings;
    private final CheckoutLine<WaitingSale> line;

    /// Of the platform: a lane waits for the database some seven times a group, and a virtual
    /// thread would be parked and called back by a poller each time.
    private final Executor threads =
            Executors.newCachedThreadPool(
                    Thread.ofPlatform().daemon().name("checkout-lane-", 0).factory());

    /// For those who wait for an elder: as many as there are such elders.
    private final Executor apart = Thread.ofVirtual().name("checkout-apart-", 0)::start;

    CheckoutGroups(Checkout checkout, RequestSettings settings, CheckoutSettings checkouts) {
        this.checkout = checkout;
        this.settings = settings;
        this.line = new CheckoutLine<>(checkouts, System::nanoTime);
    }

    /// How long the slowest lane has been at its present group.
    Duration slowest() {
        return line.slowest();
    }

    /// Sells a meal together with whoever else is waiting. When this returns, what is sold is on
    /// disk.
    ///
    /// @throws DatabaseFailure `UNAVAILABLE` if the line is full or the deadline passes
    Settled sell(Request request) {
        // Long work, as an upload of many sales, has a later one.
        var own = Deadline.in(settings.deadline());
        var deadline = Deadline.current().map(own::or).orElse(own);
        var mine = new WaitingSale(request, deadline, new CompletableFuture<>());
        line.join(mine).ifPresent(lane -> threads.execute(() -> workOff(lane)));
        return outcome(mine);
    }

    // A commit that has begun at the deadline may still end well: it is waited for a little longer.
    private Settled outcome(WaitingSale mine) {
        var patience = mine.deadline().left().plus(settings.grace()).toMillis();
        try {
            return mine.result().get(patience, TimeUnit.MILLISECONDS);
        } catch (ExecutionException wrapped) {
            throw wrapped.getCause() instanceof RuntimeException cause
                    ? cause
                    : new IllegalStateException(wrapped.getCause());
        } catch (TimeoutException _) {
            throw DatabaseFailure.unavailable("the checkout was not answered in time");
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for a lane", interrupted);
        }
    }

    /// One lane: group after group until nobody waits.
    private void workOff(CheckoutLine.Lane lane) {
        for (var group = line.next(lane); !group.isEmpty(); group = line.next(lane)) {
            sell(group, requests -> checkout.sell(requests, lane.number()));
        }
    }

    private void sell(List<WaitingSale> group, Function<List<Request>, List<Result>> how) {
        try {
            var requests = group.stream().map(WaitingSale::request).toList();
            answer(group, earliest(group).bound(() -> how.apply(requests)));
        } catch (RuntimeException | Error failure) {
            if (group.size() == 1 || isEverybodys(failure)) {
                group.forEach(one -> one.result().completeExceptionally(failure));
            } else {
                sell(group.subList(0, group.size() / 2), how);
                sell(group.subList(group.size() / 2, group.size()), how);
            }
        }
    }

    private static Deadline earliest(List<WaitingSale> group) {
        return group.stream().map(WaitingSale::deadline).reduce(Deadline::or).orElseThrow();
    }

    /// Without a database, or with a broken process, nobody fares better alone.
    private static boolean isEverybodys(Throwable failure) {
        return failure instanceof Error
                || (failure instanceof DatabaseFailure database && database.isEverybodys());
    }

    private void answer(List<WaitingSale> group, List<Result> results) {
        var busy = new ArrayList<Busy>();
        for (var i = 0; i < group.size(); i++) {
            switch (results.get(i)) {
                case Result.Busy(var elderId) -> busy.add(new Busy(elderId, group.get(i)));
                case Settled settled -> {
                    var _ = group.get(i).result().complete(settled);
                }
            }
        }
        wait(busy);
    }

    private record Busy(long elderId, WaitingSale waiting) {}

    /// Those who have to wait for an elder wait apart, the others are served meanwhile.
    private void wait(List<Busy> busy) {
        busy.stream().collect(groupingBy(Busy::elderId)).values().stream()
                .map(ofOneElder -> ofOneElder.stream().map(Busy::waiting).toList())
                .forEach(ofOneElder ->
                        apart.execute(() ->
                                sell(ofOneElder, requests -> checkout.sellWaiting(requests, 0))));
    }
}
