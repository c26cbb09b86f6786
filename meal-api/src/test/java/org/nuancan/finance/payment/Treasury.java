package org.nuancan.finance.payment;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.nuancan.access.Role;
import org.nuancan.access.ScopeWords;
import org.nuancan.db.Transactions;
import org.nuancan.finance.Bookkeeper;
import org.nuancan.finance.Bookkeeper.Canteen;
import org.nuancan.http.Client;
import org.nuancan.http.Reply;
import org.nuancan.http.ServerUnderTest;
import org.nuancan.review.Review;
import org.nuancan.review.Review.Seen;
import org.nuancan.review.step.Outcome;
import org.nuancan.review.step.Reviewer;
import org.nuancan.review.step.Reviewer.Reach;

/// Days of districts whose money is paid and received, over HTTP.
public final class Treasury {

    /// What the books owe for one lunch of [Bookkeeper].
    public static final long OWED = 800;

    private static final class Running {
        static final Treasury SHARED =
                new Treasury(ServerUnderTest.start(Map.of()), LocalDate.of(2026, 11, 1));
    }

    private final ServerUnderTest server;
    private final Bookkeeper books;
    private LocalDate day;

    /// @param day the one before the first
    public Treasury(ServerUnderTest server, LocalDate day) {
        this.server = server;
        this.books = new Bookkeeper(server);
        this.day = day;
    }

    /// The one that the tests of this package share; each has a district and days of its own.
    public static Treasury shared() {
        return Running.SHARED;
    }

    public ServerUnderTest server() {
        return server;
    }

    public Bookkeeper books() {
        return books;
    }

    public LocalDate day() {
        return day;
    }

    /// Noon of the next day: one that is closed takes nothing more.
    public void nextDay() {
        day = day.plusDays(1);
        books.clock(day + "T12:00:00+08:00");
    }

    public Client city() {
        return server.as(Role.CITY_ADMIN);
    }

    public Client finance(String district) {
        return server.as(Role.DISTRICT_FINANCE, ScopeWords.district(district));
    }

    /// A canteen of a district with `meals` lunches of the day.
    public Canteen canteen(String district, int meals) {
        var canteen = books.canteen(district + "001");
        for (var meal = 0; meal < meals; meal++) {
            var _ = books.lunch(canteen, day + "T04:00:00Z");
        }
        return canteen;
    }

    String statement(Canteen canteen) {
        return city().get("/v1/statements?providerId=" + canteen.providerId())
                .text("/items/0/statementId");
    }

    /// From the platform's checks to the district's approval, each level by its own person.
    public void approve(String statement, Canteen canteen, String officer) {
        var review = server.bean(Review.class);
        var seen = Seen.any(Long.parseLong(statement));
        var district = canteen.division().substring(0, 6);
        var provider = new Reach.OfProvider(Long.parseLong(canteen.providerId()));
        Outcome last =
                server.bean(Transactions.class)
                        .inOne(_ -> {
                            review.checked(List.of(seen.statementId()));
                            var _ = review.confirm(seen, new Reviewer("manager", provider));
                            var _ =
                                    review.review(
                                            seen,
                                            new Reviewer(
                                                    "street",
                                                    new Reach.Street(canteen.division())));
                            return review.approve(
                                    seen, new Reviewer(officer, new Reach.District(district)));
                        });
        assertThat(last).isInstanceOf(Outcome.Done.class);
    }

    /// Closes the day, at three in the morning of the next.
    public void close() {
        books.clock(day.plusDays(1) + "T03:00:00+08:00");
        var closed = city().post("/v1/settlement/days/" + day + "/close");
        assertThat(closed.status()).as(closed.toString()).isEqualTo(200);
    }

    public Reply pay(Client caller, String district) {
        return caller.withNewKey()
                .post(
                        "/v1/payment-batches",
                        Map.of("districtCode", district, "throughDate", day.toString()));
    }

    String state(String statement) {
        return city().get("/v1/statements/" + statement).text("/state");
    }

    /// The balances of a district's books at the end of its year.
    public Map<String, Long> balances(String district) {
        return balances(finance(district), LocalDate.of(2026, 12, 31));
    }

    /// The balances that a caller sees, as of a day.
    public Map<String, Long> balances(Client caller, LocalDate asOf) {
        var balances = new TreeMap<String, Long>();
        for (JsonNode item : caller.get("/v1/finance/trial-balance?asOf=" + asOf).at("/items")) {
            balances.put(item.at("/account").asText(), item.at("/balanceFen").asLong());
        }
        return balances;
    }

    public static JsonNode pair(Reply reconciliation, String pair) {
        for (JsonNode item : reconciliation.at("/items")) {
            if (item.at("/pair").asText().equals(pair)) {
                return item;
            }
        }
        throw new AssertionError(pair + " is missing: " + reconciliation);
    }

    /// The bank's answer about the first payment of a batch.
    Reply answer(Reply batch, String outcome) {
        return answer(batch, 0, outcome);
    }

    /// The bank's answer about one payment of a batch.
    public Reply answer(Reply batch, int payment, String outcome) {
        return answer(
                batch,
                Map.of(
                        "endToEndId",
                        batch.text("/payments/" + payment + "/endToEndId"),
                        "outcome",
                        outcome,
                        "reason",
                        "as the bank says"));
    }

    Reply answer(Reply batch, Map<String, ?> line) {
        return finance(batch.text("/districtCode"))
                .withNewKey()
                .post(
                        "/v1/payment-batches/" + batch.text("/batchId") + "/results",
                        Map.of("results", List.of(line)));
    }

    public Reply receive(String district, Map<String, ?> from, long fen, String reference) {
        return finance(district)
                .withNewKey()
                .post("/v1/finance/receipts", money(district, from, fen, reference));
    }

    Map<String, Object> money(String district, Map<String, ?> from, long fen, String reference) {
        return new HashMap<>(
                Map.of(
                        "districtCode",
                        district,
                        "from",
                        from,
                        "fen",
                        fen,
                        "receivedOn",
                        day.toString(),
                        "reference",
                        reference));
    }

    /// Replies to the same request, sent many times at once.
    public static <T> List<T> atOnce(int times, Callable<T> call) throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var replies = new ArrayList<T>();
            for (var done : threads.invokeAll(Collections.nCopies(times, call))) {
                replies.add(done.get());
            }
            return replies;
        }
    }
}
