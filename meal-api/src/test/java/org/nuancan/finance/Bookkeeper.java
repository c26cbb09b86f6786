package org.nuancan.finance;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.nuancan.access.Role;
import org.nuancan.day.BusinessDay;
import org.nuancan.db.Ids;
import org.nuancan.db.Transactions;
import org.nuancan.http.ServerUnderTest;
import org.nuancan.ledger.Cause;
import org.nuancan.ledger.Dates;
import org.nuancan.ledger.Journal;
import org.nuancan.ledger.JournalKind;
import org.nuancan.ledger.Ledger;
import org.nuancan.ledger.Posting;
import org.nuancan.ledger.Subject;
import org.nuancan.ledger.TenderType;
import org.nuancan.ledger.day.BookingDays;
import org.nuancan.ledger.posting.MealPostings;
import org.nuancan.ledger.posting.RefundPostings;
import org.nuancan.ledger.posting.RefundPostings.Amounts;
import org.nuancan.ledger.posting.Sold;
import org.nuancan.ledger.posting.Taken;
import org.nuancan.money.Fen;
import org.nuancan.policy.Side;
import org.nuancan.policy.quote.FundingPart;
import org.nuancan.policy.quote.Grant;
import org.nuancan.policy.quote.Refusal;
import org.nuancan.policy.quote.RefusalReason;
import org.nuancan.review.RefundedLines;

/// Books sales straight into the books of a service under test.
public record Bookkeeper(ServerUnderTest server) {

    /// A provider with one site.
    public record Canteen(String providerId, String siteId, String division) {}

    public Canteen canteen(String division) {
        var city = server.as(Role.CITY_ADMIN);
        var district = division.substring(0, 6);
        var provider =
                city.post(
                        "/v1/providers",
                        """
                        {"name": "账房食堂", "kind": "CANTEEN", "districtCode": "%s",
                         "bankAccount": {"name": "账房食堂", "number": "6222020200012345",
                                         "bankCode": "102100099996"}}
                        """
                                .formatted(district));
        var site =
                city.post(
                        "/v1/sites",
                        """
                        {"providerId": "%s", "name": "账房助餐点", "division": "%s",
                         "type": "STATION", "grade": 2, "listedFrom": "2022-04-01",
                         "listedTo": null, "address": "1 号", "latitude": 39.99,
                         "longitude": 116.47, "seats": 40, "dailyCapacity": 300}
                        """
                                .formatted(provider.text("/providerId"), division));
        assertThat(site.status()).as(site.toString()).isEqualTo(201);
        return new Canteen(provider.text("/providerId"), site.text("/siteId"), division);
    }

    public void clock(String now) {
        var set = server.as(Role.CITY_ADMIN).put("/test/clock", Map.of("now", now));
        assertThat(set.status()).as(set.toString()).isLessThan(300);
    }

    /// The worked lunch: 18.00, of which 13.00 in cash; 3.00 flow subsidy.
    public long lunch(Canteen canteen, String at) {
        var district = canteen.division().substring(0, 6);
        var sold =
                new Sold(
                        Fen.of(1800),
                        List.of(
                                new Grant(
                                        "BJ-DINER",
                                        1,
                                        Side.DINER,
                                        Fen.of(500),
                                        List.of(
                                                new FundingPart("11", Fen.of(250)),
                                                new FundingPart(district, Fen.of(250)))),
                                new Grant(
                                        "BJ-FLOW",
                                        1,
                                        Side.PROVIDER,
                                        Fen.of(300),
                                        List.of(new FundingPart("11", Fen.of(300))))),
                        List.of(new Taken(TenderType.CASH, Fen.of(1300))),
                        Fen.ZERO,
                        Fen.ZERO);
        return sell(canteen, sold, at);
    }

    /// Any sale at a till.
    public long sell(Canteen canteen, Sold sold, String at) {
        var orderId = server.bean(Ids.class).next();
        var happened = Instant.parse(at);
        var refusals = List.of(new Refusal("OTHER", 4, RefusalReason.WHO));
        var _ =
                server.bean(Transactions.class)
                        .inOne(connection -> {
                            var day = BusinessDay.of(happened);
                            var booking = server.bean(BookingDays.class).lockOpen(connection, day);
                            post(
                                    connection,
                                    JournalKind.MEAL,
                                    Cause.order(orderId),
                                    subject(canteen, orderId),
                                    new Dates(day, booking, happened),
                                    refusals,
                                    MealPostings.of(Long.parseLong(canteen.providerId()), sold));
                            return booking;
                        });
        return orderId;
    }

    /// Gives a whole order back, with what that does to its line where it is on hold or recovered.
    ///
    /// @param gross what the order came to
    public void refund(Canteen canteen, long orderId, Fen gross, String at) {
        var refundId = server.bean(Ids.class).next();
        var happened = Instant.parse(at);
        var ledger = server.bean(Ledger.class);
        var _ =
                server.bean(Transactions.class)
                        .inOne(connection -> {
                            var booking =
                                    server.bean(BookingDays.class)
                                            .lockOpen(connection, BusinessDay.of(happened));
                            var journals = ledger.ofOrder(connection, orderId);
                            var meal = journals.getFirst();
                            var all = new Amounts(gross, Fen.ZERO);
                            var nothing = new Amounts(Fen.ZERO, Fen.ZERO);
                            var back =
                                    RefundPostings.of(meal.postings(), List.of(), all, nothing, all)
                                            .postings();
                            var _ =
                                    server.bean(RefundedLines.class)
                                            .book(
                                                    new RefundedLines.Refund(
                                                            refundId, meal, journals, back,
                                                            booking));
                            post(
                                    connection,
                                    JournalKind.REFUND,
                                    Cause.refund(refundId),
                                    subject(canteen, orderId),
                                    new Dates(meal.dates().service(), booking, happened),
                                    List.of(),
                                    back);
                            return booking;
                        });
    }

    private static Subject subject(Canteen canteen, long orderId) {
        var district = canteen.division().substring(0, 6);
        return Subject.order(orderId, Long.parseLong(canteen.siteId()), district, district);
    }

    private void post(
            Connection connection,
            JournalKind kind,
            Cause cause,
            Subject subject,
            Dates dates,
            List<Refusal> refusals,
            List<Posting> postings)
            throws SQLException {
        var journalId = server.bean(Ids.class).next();
        server.bean(Ledger.class)
                .post(
                        connection,
                        List.of(
                                new Journal(
                                        journalId, kind, cause, subject, dates, refusals,
                                        postings)));
    }
}
