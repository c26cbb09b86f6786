package org.nuancan.demo.lunch;

import java.io.PrintStream;
import java.net.URI;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.function.LongConsumer;
import java.util.function.Supplier;

/// Plays one lunch from the opening of the tills to the trial balance of the night.
public final class Play {

    /// The size of a lunch.
    ///
    /// @param url of the service
    /// @param checkouts number of sales at the tills while the network works
    /// @param tills number of tills that sell in parallel, two or more
    public record Size(URI url, int checkouts, int tills) {}

    /// The result of a lunch; it exists only if the books agreed.
    ///
    /// @param orders number of orders on all statements
    /// @param refusals number of refusals that the contract demands
    /// @param offline receipts by outcome
    /// @param delivered number of meals that were delivered on the day after
    public record Outcome(
            LocalDate date,
            long orders,
            int refusals,
            Map<String, Integer> offline,
            int refunds,
            String contentHash,
            int delivered) {}

    private static final String PASSWORD = "demo-pass";
    private static final int ONE_REFUND_IN = 20;
    private static final int ONE_OFFLINE_IN = 40;
    private static final int FED = 3;

    private final Size size;
    private final Board board;
    private final LongConsumer progress;
    private final Api api;
    private final Session city;
    private final Session district;
    private final Latencies latencies = new Latencies();

    private Play(Size size, PrintStream out, LongConsumer progress, Api api) {
        this.size = size;
        this.board = new Board(out);
        this.progress = progress;
        this.api = api;
        this.city = Session.of(api, "city", PASSWORD);
        this.district = Session.of(api, "chaoyang", PASSWORD);
    }

    /// Plays the lunch.
    ///
    /// @param progress receives the number of further checkouts done; called by many threads
    /// @throws Disagreement if the service does anything unexpected
    public static Outcome play(Size size, PrintStream out, LongConsumer progress) {
        try (var api = new Api(size.url())) {
            return new Play(size, out, progress, api).all();
        }
    }

    private Outcome all() {
        board.say("暖餐：一顿午餐 · Nuancan: one lunch at " + size.url());
        var morning =
                timed(
                        any -> "开门 · %d tills activated".formatted(size.tills()),
                        () -> Morning.begin(api, city, size.tills()));
        var noon = morning.noon();
        board.say("  营业日 · business day " + morning.date());
        var sales =
                timed(
                        all -> "午餐 · lunch: %d checkouts".formatted(all.size()),
                        () -> lunch(morning));
        board.say(latencies.toString());
        var refusals =
                timed(
                        count -> "拒绝 · %d refusals, as the contract says".formatted(count),
                        () -> refusals(morning));
        var offline = timed(counts -> "断网 · outage: " + counts, () -> outage(morning, sales));
        noon.calendar().at(13, 30);
        var refunds =
                timed(
                        count -> "退餐 · %d refunds".formatted(count),
                        () -> new Refunds(noon).of(sales, ONE_REFUND_IN));
        var _ = timed(count -> "交班 · %d shift reports".formatted(count), () -> handOver(morning));
        noon.calendar().pastMidnight();
        var evening =
                timed(
                        any -> "日结 · the day is closed, twice with one answer",
                        () -> Evening.close(city, district, morning.date(), morning.before()));
        evening.compare(noon.tally(), district);
        board.money(morning.date(), evening, noon.tally(), providers());
        var carried =
                timed(
                        Board::carried,
                        () ->
                                new DeliveryDay(
                                                api,
                                                city,
                                                district,
                                                noon.calendar(),
                                                morning.date().plusDays(1))
                                        .play(deliveries(), riders()));
        board.statements(carried, providers());
        return new Outcome(
                morning.date(),
                noon.tally().orders(),
                refusals,
                offline,
                refunds,
                evening.close().path("contentHash").asText(),
                carried.delivered());
    }

    /// 300 for a lunch of 2,000.
    private int deliveries() {
        return Math.clamp(size.checkouts() * 3L / 20, 12, 300);
    }

    private int riders() {
        return Math.clamp(deliveries() / 30L, 2, 10);
    }

    /// Runs all tills in parallel, each with its own queue.
    private List<Served> lunch(Morning morning) {
        var work = new ArrayList<Callable<List<Served>>>();
        var tills = morning.tills();
        for (var i = 0; i < tills.size(); i++) {
            var till = tills.get(i);
            var queue = new ArrayList<Guest>();
            for (var n = i; n < size.checkouts(); n += tills.size()) {
                queue.add(morning.guests().next(till.shop()));
            }
            work.add(() -> serve(till, queue, morning.noon()));
        }
        return Crowd.allAtOnce(work);
    }

    private List<Served> serve(Till till, List<Guest> queue, Noon noon) {
        var sales = new ArrayList<Served>();
        for (var guest : queue) {
            var served = till.sell(guest, noon.forecast(), latencies);
            noon.tally().sold(served.sold());
            sales.add(served);
            progress.accept(1);
        }
        return sales;
    }

    private int refusals(Morning morning) {
        var desk = new Enrolment(Session.of(api, "desk", PASSWORD));
        return new Refusals(morning, desk).meetAll();
    }

    private Map<String, Integer> outage(Morning morning, List<Served> sales) {
        var till = morning.tills().getLast();
        var queue = new ArrayList<Guest>();
        var offline = Math.clamp(size.checkouts() / ONE_OFFLINE_IN, 6, 200);
        for (var i = 0; i < offline; i++) {
            queue.add(morning.guests().entitled(till.shop()));
        }
        var fed =
                sales.stream()
                        .filter(served -> served.sold().dinerFen() > 0)
                        .limit(FED)
                        .map(served -> morning.guests().again(served.guest(), till.shop()))
                        .toList();
        return new Outage(till, morning.noon()).play(queue, fed);
    }

    private int handOver(Morning morning) {
        for (var till : morning.tills()) {
            till.reportShift(
                    morning.date() + "T10:50:00+08:00", morning.date() + "T14:00:00+08:00");
            till.disable(city);
        }
        return morning.tills().size();
    }

    private Map<String, String> providers() {
        var names = new HashMap<String, String>();
        for (var provider : Town.all(city, "/v1/providers?limit=500")) {
            names.put(provider.path("providerId").asText(), provider.path("name").asText());
        }
        return names;
    }

    private <T> T timed(Function<T, String> what, Supplier<T> work) {
        var began = System.nanoTime();
        var result = work.get();
        board.step(what.apply(result), Duration.ofNanos(System.nanoTime() - began));
        return result;
    }
}
