package org.nuancan.finance.month;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.nuancan.access.Role;
import org.nuancan.access.ScopeWords;
import org.nuancan.finance.Bookkeeper.Canteen;
import org.nuancan.finance.payment.Treasury;
import org.nuancan.http.Client;
import org.nuancan.http.Reply;
import org.nuancan.http.ServerUnderTest;
import org.nuancan.ledger.TenderType;
import org.nuancan.ledger.posting.Sold;
import org.nuancan.ledger.posting.Taken;
import org.nuancan.money.Fen;
import org.nuancan.policy.Side;
import org.nuancan.policy.quote.FundingPart;
import org.nuancan.policy.quote.Grant;

/// A November of four canteens in two districts, with all that money does in it: sales, refunds,
/// lines withheld, found genuine and recovered, payments that settle, fail and come back, money of
/// payers, of the acquirer and of a provider that owes.
///
/// The same each time: its dice have a fixed start.
final class BooksOfAMonth {

    static final LocalDate FIRST = LocalDate.of(2026, 11, 1);
    static final LocalDate LAST = LocalDate.of(2026, 11, 30);
    private static final List<TenderType> TENDERS = List.of(TenderType.values());

    static final List<String> DISTRICTS = List.of("110401", "110402");

    /// When guests of the canteen that gave up want their money back.
    private static final int FORTUNE_TURNS = 22;

    private record Order(Canteen canteen, long orderId, long gross) {}

    private record Line(String district, String statementId, String journalId, long orderId) {}

    private final Treasury money;
    private final Random dice = new Random(20261101);
    private final List<Canteen> canteens = new ArrayList<>();
    private final List<Order> orders = new ArrayList<>();
    private final List<Line> held = new ArrayList<>();
    private final List<Line> recovered = new ArrayList<>();
    private int receipts;

    private BooksOfAMonth(ServerUnderTest server) {
        this.money = new Treasury(server, FIRST.minusDays(1));
    }

    private static final class Running {
        static final BooksOfAMonth PLAYED = played();
    }

    /// The one that the tests of this package read.
    static BooksOfAMonth shared() {
        return Running.PLAYED;
    }

    private static BooksOfAMonth played() {
        var month = new BooksOfAMonth(ServerUnderTest.start(Map.of()));
        month.money.books().clock(FIRST + "T09:00:00+08:00");
        for (var district : DISTRICTS) {
            month.canteens.add(month.money.books().canteen(district + "001"));
            month.canteens.add(month.money.books().canteen(district + "002"));
        }
        for (var day = FIRST; !day.isAfter(LAST); day = day.plusDays(1)) {
            month.aDay();
        }
        return month;
    }

    Treasury money() {
        return money;
    }

    private void aDay() {
        money.nextDay();
        for (var canteen : canteens) {
            for (var sale = dice.nextInt(3); sale > 0 && sells(canteen); sale--) {
                sell(canteen);
            }
        }
        if (dice.nextInt(2) == 0 && !orders.isEmpty()) {
            giveBack(orders.get(dice.nextInt(orders.size())));
        }
        if (dice.nextInt(3) == 0 && !recovered.isEmpty()) {
            var line = recovered.remove(dice.nextInt(recovered.size()));
            orders.stream()
                    .filter(order -> order.orderId() == line.orderId())
                    .findFirst()
                    .ifPresent(this::giveBack);
        }
        if (money.day().getDayOfMonth() == FORTUNE_TURNS) {
            orders.stream()
                    .filter(order -> order.canteen().equals(canteens.getLast()))
                    .toList()
                    .forEach(this::giveBack);
        }
        decideOnLines();
        if (money.day().getDayOfMonth() % 5 == 0) {
            DISTRICTS.forEach(this::payAndReceive);
        }
        money.close();
    }

    private void giveBack(Order order) {
        orders.remove(order);
        money.books().refund(order.canteen(), order.orderId(), Fen.of(order.gross()), at("05:00"));
    }

    /// The last one gives up in the second week: what is taken back later, it owes.
    private boolean sells(Canteen canteen) {
        return money.day().getDayOfMonth() < 12 || !canteen.equals(canteens.getLast());
    }

    private String at(String time) {
        return "%sT%s:00Z".formatted(money.day(), time);
    }

    /// A city's and a district's grant, an incentive, rounding, and now and then an excess.
    private void sell(Canteen canteen) {
        var district = canteen.division().substring(0, 6);
        var gross = 1500 + dice.nextInt(900);
        var city = dice.nextInt(300);
        var excess = dice.nextInt(6) == 0 ? 1 + dice.nextInt(100) : 0;
        var rounding = dice.nextInt(3) == 0 ? dice.nextInt(9) : 0;
        var own = gross - city - 200 - excess - rounding;
        var tender = TENDERS.get(dice.nextInt(TENDERS.size()));
        var sold =
                new Sold(
                        Fen.of(gross),
                        List.of(
                                grant(
                                        "BJ-DINER",
                                        Side.DINER,
                                        city == 0
                                                ? List.of(part(district, 200))
                                                : List.of(part("11", city), part(district, 200))),
                                grant("BJ-FLOW", Side.PROVIDER, List.of(part("11", 300)))),
                        List.of(new Taken(tender, Fen.of(own))),
                        Fen.of(rounding),
                        Fen.of(excess));
        orders.add(new Order(canteen, money.books().sell(canteen, sold, at("04:00")), gross));
    }

    private static FundingPart part(String payer, long fen) {
        return new FundingPart(payer, Fen.of(fen));
    }

    private static Grant grant(String code, Side side, List<FundingPart> parts) {
        return new Grant(
                code, 1, side, Fen.sum(parts.stream().map(FundingPart::fen).toList()), parts);
    }

    /// A line is withheld, one on hold is found genuine or recovered, and one that may be paid long
    /// ago is recovered.
    private void decideOnLines() {
        for (var district : DISTRICTS) {
            if (dice.nextInt(2) == 0) {
                aLine(district).filter(line -> decided(line, "hold")).ifPresent(held::add);
            }
            if (dice.nextInt(3) == 0 && !held.isEmpty()) {
                var line = held.remove(dice.nextInt(held.size()));
                var _ = decided(line, dice.nextBoolean() ? "release" : "recover");
            }
            if (dice.nextInt(4) == 0) {
                aLine(district).filter(line -> decided(line, "recover")).ifPresent(recovered::add);
            }
        }
    }

    private Optional<Line> aLine(String district) {
        var officer = officer(district);
        var statements =
                officer.get("/v1/statements?limit=500&districtCode=" + district).at("/items");
        if (statements.isEmpty()) {
            return Optional.empty();
        }
        var statement = statements.get(dice.nextInt(statements.size())).at("/statementId").asText();
        var lines = officer.get("/v1/statements/" + statement + "/lines").at("/items");
        var line = lines.get(dice.nextInt(lines.size()));
        return Optional.of(
                new Line(
                        district,
                        statement,
                        line.at("/journalId").asText(),
                        line.at("/orderId").asLong()));
    }

    /// Whatever cannot be done is refused, and books nothing.
    private boolean decided(Line line, String act) {
        return officer(line.district())
                        .post(
                                "/v1/statements/%s/lines/%s/%s"
                                        .formatted(line.statementId(), line.journalId(), act),
                                Map.of("reason", "抽查"))
                        .status()
                == 200;
    }

    private Client officer(String district) {
        return money.server().as(Role.DISTRICT_OFFICER, ScopeWords.district(district));
    }

    private void payAndReceive(String district) {
        for (var item :
                money.city()
                        .get("/v1/statements?limit=500&state=CHECKED&districtCode=" + district)
                        .at("/items")) {
            var canteen =
                    canteens.stream()
                            .filter(one -> one.providerId().equals(item.at("/providerId").asText()))
                            .findFirst()
                            .orElseThrow();
            money.approve(item.at("/statementId").asText(), canteen, "approver");
        }
        var batch = money.pay(money.finance(district), district);
        if (batch.status() == 201) {
            for (var payment = 0; payment < batch.number("/count"); payment++) {
                answered(batch, payment);
            }
        }
        for (var balance : money.balances(money.finance(district), money.day()).entrySet()) {
            receive(district, balance.getKey(), balance.getValue());
        }
    }

    private void answered(Reply batch, int payment) {
        switch (dice.nextInt(4)) {
            case 0 -> report(batch, payment, "FAILED");
            case 1 -> {
                report(batch, payment, "SETTLED");
                report(batch, payment, "RETURNED");
            }
            default -> report(batch, payment, "SETTLED");
        }
    }

    private void report(Reply batch, int payment, String outcome) {
        assertThat(money.answer(batch, payment, outcome).text("/results/0/effect"))
                .isEqualTo("APPLIED");
    }

    private void receive(String district, String account, long balance) {
        var kind = account.substring(0, account.indexOf(':'));
        var owner = account.substring(kind.length() + 1);
        if (balance <= 0) {
            return;
        }
        var from =
                switch (kind) {
                    case "claim" -> Map.of("payer", owner);
                    case "collected" -> Map.of("tender", owner);
                    case "payable" -> Map.of("providerId", owner);
                    default -> Map.<String, String>of();
                };
        if (!from.isEmpty()) {
            receipts++;
            // All of it or a part.
            var _ = money.receive(district, from, balance - dice.nextInt(2), "R-" + receipts);
        }
    }
}
