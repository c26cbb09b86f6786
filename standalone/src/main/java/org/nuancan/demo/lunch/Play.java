package org.nuancan.demo.lunch;

import java.io.PrintStream;
import java.net.URI;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.nuancan.demo.district.District;

/// Plays one lunch from the opening of the tills to the trial balance of the night.
public final class Play {

    /// How large a lunch.
    ///
    /// @param url where the service runs
    /// @param checkouts sales at the tills while the network holds
    /// @param tills how many sell at once
    public record Size(URI url, int checkouts, int tills) {}

    /// What came of it; that it is here at all means that the books agreed.
    ///
    /// @param orders on all statements
    /// @param refusals that came as the contract says
    /// @param offline receipts by outcome
    public record Outcome(
            LocalDate date,
            long orders,
            int refusals,
            Map<String, Integer> offline,
            int refunds,
            String contentHash) {}

    private static final String PASSWORD = "demo-pass";
    private static final int TRIES = 5;
    private static final int SHOPS = 12;
    private static final int ONE_REFUND_IN = 20;
    private static final int OFFLINE_ONE_IN = 40;
    private static final int FED = 3;

    private final Size size;
    private final Board board;
    private final Consumer<Integer> progress;
    private final Api api;
    private final Session city;
    private final Session district;
    private final List<Till> tills = new ArrayList<>();
    private final Tally tally = new Tally();
    private final Latencies latencies = new Latencies();

    private Play(Size size, PrintStream out, Consumer<Integer> progress, Api api) {
        this.size = size;
        this.board = new Board(out);
        this.progress = progress;
        this.api = api;
        this.city = Session.of(api, "city", PASSWORD);
        this.district = Session.of(api, "chaoyang", PASSWORD);
    }

    /// Plays the lunch.
    ///
    /// @param progress told how many more checkouts are done; by many threads
    /// @throws Disagreement if the service does anything else than expected
    public static Outcome play(Size size, PrintStream out, Consumer<Integer> progress) {
        try (var api = new Api(size.url())) {
            return new Play(size, out, progress, api).all();
        }
    }

    private Outcome all() {
        board.say("暖餐：一顿午餐 · Nuancan: one lunch against " + size.url());
        var shops = Town.shops(city, District.CHAOYANG, SHOPS);
        var opened = timed("开门 · tills activated", () -> open(shops));
        var noon = opened.noon();
        var date = noon.forecast().date();
        var guests = opened.guests();
        var sales = lunch(guests, noon);
        var refusals =
                timed(
                        "拒绝 · refusals, each as the contract says",
                        () ->
                                new Refusals(
                                                tills.get(0),
                                                tills.get(1),
                                                new Desk(Session.of(api, "desk", PASSWORD)),
                                                guests,
                                                noon)
                                        .meetAll());
        var offline = timed("断网 · outage", () -> outage(guests, noon, sales));
        board.say("    " + Board.counted(offline));
        noon.calendar().at(13, 30);
        var refunds = timed("退餐 · refunds", () -> new Refunds(noon).of(sales, ONE_REFUND_IN));
        var _ = timed("交班 · shift reports", () -> handOver(date));
        noon.calendar().pastMidnight();
        var evening =
                timed(
                        "日结 · the day is closed, twice, with one answer",
                        () -> Evening.close(city, district, date, opened.before()));
        evening.compare(tally, district);
        board.money(date.toString(), evening, tally, providers());
        board.say("");
        board.say("账实相符 · the books agree with the tills: %d 单 · orders".formatted(tally.orders()));
        return new Outcome(
                date,
                tally.orders(),
                refusals,
                offline,
                refunds,
                evening.close().path("contentHash").asText());
    }

    /// A lunch that may begin.
    private record Opened(Noon noon, Guests guests, TrialBalance before) {}

    private Opened open(List<Shop> shops) {
        for (var i = 0; i < size.tills(); i++) {
            var shop = shops.get(i % shops.size());
            tills.add(Till.open(api, city, shop, "演示 " + (i + 1)));
        }
        var earliest = QuietDay.today();
        for (var attempt = 1; attempt <= TRIES; attempt++) {
            var date = QuietDay.after(city, earliest);
            var opened = open(date);
            if (opened.isPresent()) {
                board.say("  营业日 · business day " + date);
                return opened.get();
            }
            earliest = date.plusDays(1);
        }
        throw new Disagreement("找不到空闲的营业日 · no business day without sales was found");
    }

    /// Tries a day: the first sale tells whether it is still open.
    private Optional<Opened> open(LocalDate date) {
        var calendar = new Calendar(city, date);
        var yesterday = "/v1/settlement/days/" + date.minusDays(1) + "/close";
        var _ = city.post(yesterday, Api.JSON.createObjectNode()).granted();
        var before = TrialBalance.read(city, date);
        var forecast = new Forecast(date, onlyBeijings());
        var guests = new Guests(District.of(District.SEED), date);
        var first = guests.passerBy(tills.getFirst().shop());
        var sold = tills.getFirst().tryFirst(first, forecast);
        sold.ifPresent(tally::sold);
        return sold.map(any -> new Opened(new Noon(forecast, calendar, tally), guests, before));
    }

    private boolean onlyBeijings() {
        return Town.all(city, "/v1/policies?limit=500").stream()
                .map(policy -> policy.path("code").asText())
                .allMatch(code -> code.equals("BJ-DINER") || code.equals("BJ-FLOW"));
    }

    private List<Sold> lunch(Guests guests, Noon noon) {
        var work = new ArrayList<Callable<List<Sold>>>();
        for (var i = 0; i < tills.size(); i++) {
            var till = tills.get(i);
            var queue = new ArrayList<Guest>();
            for (var n = i; n < size.checkouts(); n += tills.size()) {
                queue.add(guests.next(till.shop()));
            }
            work.add(() -> serve(till, queue, noon));
        }
        var began = System.nanoTime();
        var sales = Crowd.allAtOnce(work);
        var took = Duration.ofNanos(System.nanoTime() - began);
        board.step(
                "午餐 · lunch: %d 笔 checkouts at %d 台 tills at once"
                        .formatted(sales.size(), tills.size()),
                took);
        board.say(
                "    %d/s, %s"
                        .formatted(
                                sales.size() * 1000L / Math.max(1, took.toMillis()),
                                Board.inMillis(
                                        List.of(
                                                latencies.percentileMs(50),
                                                latencies.percentileMs(99)))));
        return sales;
    }

    private List<Sold> serve(Till till, List<Guest> queue, Noon noon) {
        var sales = new ArrayList<Sold>();
        for (var guest : queue) {
            var sold = till.sell(guest, noon.forecast(), latencies);
            noon.tally().sold(sold);
            sales.add(sold);
            progress.accept(1);
        }
        return sales;
    }

    private Map<String, Integer> outage(Guests guests, Noon noon, List<Sold> sales) {
        var till = tills.getLast();
        var queue = new ArrayList<Guest>();
        for (var i = 0; i < Math.max(6, size.checkouts() / OFFLINE_ONE_IN); i++) {
            queue.add(guests.entitled(till.shop()));
        }
        var fed =
                sales.stream()
                        .filter(sold -> sold.dinerFen() > 0 && sold.guest().elder().isPresent())
                        .limit(FED)
                        .map(sold -> guests.again(sold.guest(), till.shop()))
                        .toList();
        return new Outage(till, noon).play(queue, fed);
    }

    private int handOver(LocalDate date) {
        for (var till : tills) {
            till.reportShift(date + "T10:50:00+08:00", date + "T14:00:00+08:00");
            till.disable(city);
        }
        return tills.size();
    }

    private Map<String, String> providers() {
        var names = new HashMap<String, String>();
        for (var provider : Town.all(city, "/v1/providers?limit=500")) {
            names.put(provider.path("providerId").asText(), provider.path("name").asText());
        }
        return names;
    }

    private <T> T timed(String what, Supplier<T> work) {
        var began = System.nanoTime();
        var result = work.get();
        var count = result instanceof Integer number ? number + " " : "";
        board.step(count + what, Duration.ofNanos(System.nanoTime() - began));
        return result;
    }
}
