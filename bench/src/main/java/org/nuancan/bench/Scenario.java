package org.nuancan.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.nuancan.bench.city.Lunches;
import org.nuancan.bench.city.Lunches.Lunch;
import org.nuancan.bench.city.Site;

/// Checks the guarantees of the till at any service: a baseline that is fast because it is wrong
/// does not count.
final class Scenario {

    private static final String CHECKOUTS = "/v1/pos/checkouts";
    private static final int AT_ONCE = 50;
    private static final long FULL_PRICE = 1_600 + 1_480;

    private final Function<Site, Api> tills;
    private final String run;
    private final AtomicInteger keys = new AtomicInteger();
    private final List<String> broken = new ArrayList<>();

    private Scenario(Function<Site, Api> tills, String run) {
        this.tills = tills;
        this.run = run;
    }

    /// Runs the scenario.
    ///
    /// @param tills finds the till of a site
    /// @param run prefix that makes the keys of this run unique
    /// @param from number of the first lunch, whose elders no load uses
    /// @return the guarantees that failed, a sentence each; empty if all held
    static List<String> play(Function<Site, Api> tills, Lunches lunches, String run, long from)
            throws InterruptedException, ExecutionException {
        var scenario = new Scenario(tills, run);
        var first = lunches.subsidised(from);
        var second = lunches.subsidised(from + 500);
        var third = lunches.subsidised(from + 1_000);
        scenario.tendersThatDoNotAddUp(first);
        scenario.saleAndRepeat(first);
        scenario.secondMeal(first);
        scenario.atOnce(second);
        scenario.oneKeyAtOnce(third);
        scenario.badRequests(third);
        return List.copyOf(scenario.broken);
    }

    private Api.Reply sell(Lunch lunch, String key, String body) {
        return tills.apply(lunch.site()).post(CHECKOUTS, key, body);
    }

    private String newKey() {
        return run + "-" + keys.incrementAndGet();
    }

    private void expect(boolean kept, String promise, Object found) {
        if (!kept) {
            broken.add(promise + ", but: " + found);
        }
    }

    private void tendersThatDoNotAddUp(Lunch lunch) {
        var right = lunch.quote().elderPaysFen().value();
        var reply = sell(lunch, newKey(), lunch.body(right - 1));
        expect(
                reply.status() == 422
                        && reply.code().equals("TENDERS_DO_NOT_ADD_UP")
                        && reply.fen("elderPaysFen") == right,
                "tenders that do not add up are refused with the right sum",
                reply);
    }

    private void saleAndRepeat(Lunch lunch) {
        var key = newKey();
        var sold = sell(lunch, key, lunch.body());
        expect(
                sold.status() == 201
                        && sold.fen("elderPaysFen") == lunch.quote().elderPaysFen().value()
                        && sold.fen("grossFen") == FULL_PRICE
                        && granted(sold).equals(expected(lunch)),
                "an elder pays what the policies leave",
                sold);
        var again = sell(lunch, key, lunch.body());
        expect(
                again.status() == 201 && again.replayed() && again.body().equals(sold.body()),
                "the same key with the same body gets the first answer",
                again);
        var other = sell(lunch, key, lunch.body(1));
        expect(
                other.status() == 422 && other.code().equals("IDEMPOTENCY_KEY_REUSED"),
                "the same key with another body is refused",
                other);
    }

    private void secondMeal(Lunch lunch) {
        var second = sell(lunch, newKey(), lunch.body(fullPrice(lunch)));
        expect(
                second.status() == 201
                        && second.body().path("refusals").toString().contains("\"LIMIT\""),
                "a policy of one meal a day grants the second one nothing",
                second);
    }

    /// After the first meal of the day only grants without a limit on the elder remain.
    private static long fullPrice(Lunch lunch) {
        return lunch.quote().grossFen().value();
    }

    private void atOnce(Lunch lunch) throws InterruptedException, ExecutionException {
        var replies = together(() -> sell(lunch, newKey(), lunch.body()));
        var sold = replies.stream().filter(reply -> reply.status() == 201).count();
        var refused =
                replies.stream()
                        .filter(reply -> reply.code().equals("TENDERS_DO_NOT_ADD_UP"))
                        .count();
        expect(
                sold == 1 && refused == AT_ONCE - 1,
                AT_ONCE
                        + " at once on one elder: one is granted, the others are told the full price",
                sold + " sold, " + refused + " refused");
    }

    private void oneKeyAtOnce(Lunch lunch) throws InterruptedException, ExecutionException {
        var key = newKey();
        var replies = together(() -> sell(lunch, key, lunch.body()));
        var orders =
                replies.stream()
                        .map(reply -> reply.body().path("orderId").asText(""))
                        .filter(id -> !id.isEmpty())
                        .distinct()
                        .count();
        var answered =
                replies.stream()
                        .filter(reply ->
                                reply.status() == 201 || reply.code().equals("REQUEST_IN_PROGRESS"))
                        .count();
        expect(
                orders == 1 && answered == AT_ONCE,
                AT_ONCE + " times the same key at once is one order",
                orders + " orders, " + answered + " answered");
    }

    private void badRequests(Lunch lunch) {
        var malformed = sell(lunch, newKey(), "{\"credential\": null, \"slot\": \"TEA\"}");
        expect(
                malformed.status() == 400 && malformed.code().equals("REQUEST_INVALID"),
                "a malformed request is refused",
                malformed);
        var unknown =
                sell(lunch, newKey(), lunch.body().replace(lunch.elder().card(), "NO-SUCH-CARD"));
        expect(
                unknown.status() == 422 && unknown.code().equals("CARD_UNKNOWN"),
                "an unknown card is refused",
                unknown);
    }

    private static List<String> granted(Api.Reply reply) {
        var codes = new ArrayList<String>();
        reply.body()
                .path("grants")
                .forEach(grant ->
                        codes.add(grant.path("code").asText() + " " + grant.path("fen").asLong()));
        return codes;
    }

    private static List<String> expected(Lunch lunch) {
        return lunch.quote().grants().stream()
                .map(grant -> grant.code() + " " + grant.fen().value())
                .toList();
    }

    private static List<Api.Reply> together(Callable<Api.Reply> asking)
            throws InterruptedException, ExecutionException {
        var futures = new ArrayList<Future<Api.Reply>>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var i = 0; i < AT_ONCE; i++) {
                futures.add(threads.submit(asking));
            }
        }
        var replies = new ArrayList<Api.Reply>();
        for (var future : futures) {
            replies.add(future.get());
        }
        return replies;
    }
}
