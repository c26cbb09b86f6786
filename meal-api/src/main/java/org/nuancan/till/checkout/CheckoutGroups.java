package org.nuancan.till.checkout;

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
import org.nuancan.http.RequestSettings;
import org.nuancan.http.idempotency.IdempotencyKeys.Claim;
import org.nuancan.till.checkout.Checkout.Request;
import org.nuancan.till.checkout.Checkout.Result;
import org.nuancan.till.checkout.Checkout.Settled;

/// Groups checkouts: those that arrive while others are being committed form the next group, so
/// that one write to the disk serves many tills. There is no timer: a single checkout is a group of
/// one and does not wait for others.
///
/// The result of a checkout does not depend on its group. A group that fails is halved until the
/// failing checkout is alone. Each checkout has a deadline. If too little time is left while it
/// waits, it is refused and never sold, since its till may have sold it offline.
@Singleton
final class CheckoutGroups {

    /// A checkout that waits, and its result.
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

    /// Platform threads: a lane waits for the database about seven times a group, and a virtual
    /// thread would be parked and resumed by a poller each time.
    private final Executor threads =
            Executors.newCachedThreadPool(
                    Thread.ofPlatform().daemon().name("checkout-lane-", 0).factory());

    /// Threads for checkouts that wait for a locked elder; there are as many as such elders.
    private final Executor apart = Thread.ofVirtual().name("checkout-apart-", 0)::start;

    CheckoutGroups(Checkout checkout, RequestSettings settings, CheckoutSettings checkouts) {
        this.checkout = checkout;
        this.settings = settings;
        this.line = new CheckoutLine<>(checkouts, System::nanoTime);
    }

    /// How long the slowest lane has worked on its present group.
    Duration slowest() {
        return line.slowest();
    }

    /// Sells a meal together with other waiting checkouts. The sale is on disk when this method
    /// returns.
    ///
    /// @throws DatabaseFailure `UNAVAILABLE` if the line is full or the deadline passes
    Settled sell(Request request) {
        // Long operations, such as an upload of many sales, have a later deadline.
        var own = Deadline.in(settings.deadline());
        var deadline = Deadline.current().map(own::or).orElse(own);
        var waitingSale = new WaitingSale(request, deadline, new CompletableFuture<>());
        line.join(waitingSale).ifPresent(lane -> threads.execute(() -> workOff(lane)));
        return outcome(waitingSale);
    }

    // Waits a little beyond the deadline for a commit that has already begun, as it may still
    // succeed.
    private Settled outcome(WaitingSale waitingSale) {
        var patience = waitingSale.deadline().left().plus(settings.grace()).toMillis();
        try {
            return waitingSale.result().get(patience, TimeUnit.MILLISECONDS);
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

    /// Works in one lane: group after group until no checkout waits.
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

    /// Whether a failure, such as a missing database or an [Error], would also hit each checkout
    /// alone.
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

    /// Lets checkouts wait for a locked elder on threads of their own, while the lane serves
    /// others.
    private void wait(List<Busy> busy) {
        busy.stream().collect(groupingBy(Busy::elderId)).values().stream()
                .map(ofOneElder -> ofOneElder.stream().map(Busy::waiting).toList())
                .forEach(ofOneElder ->
                        apart.execute(() ->
                                sell(ofOneElder, requests -> checkout.sellWaiting(requests, 0))));
    }
}
