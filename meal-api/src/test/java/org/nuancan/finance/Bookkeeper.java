package org.nuancan.finance;

import static org.assertj.core.api.Assertions.assertThat;

import org.nuancan.access.Role;
import org.nuancan.day.BusinessDay;
import org.nuancan.db.Ids;
import org.nuancan.db.Transactions;
import org.nuancan.http.ServerUnderTest;
import org.nuancan.ledger.BookingDays;
import org.nuancan.ledger.Cause;
import org.nuancan.ledger.Dates;
import org.nuancan.ledger.Journal;
import org.nuancan.ledger.JournalKind;
import org.nuancan.ledger.Ledger;
import org.nuancan.ledger.MealPostings;
import org.nuancan.ledger.Sold;
import org.nuancan.ledger.Subject;
import org.nuancan.ledger.Taken;
import org.nuancan.ledger.TenderType;
import org.nuancan.money.Fen;
import org.nuancan.policy.FundingPart;
import org.nuancan.policy.Grant;
import org.nuancan.policy.Refusal;
import org.nuancan.policy.RefusalReason;
import org.nuancan.policy.Side;

import java.time.Instant;
import java.util.List;
import java.util.Map;

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
        var orderId = server.bean(Ids.class).next();
        var journalId = server.bean(Ids.class).next();
        var happened = Instant.parse(at);
        var day = BusinessDay.of(happened);
        var _ =
                server.bean(Transactions.class)
                        .inOne(connection -> {
                            var booking = server.bean(BookingDays.class).lockOpen(connection, day);
                            server.bean(Ledger.class)
                                    .post(
                                            connection,
                                            List.of(
                                                    new Journal(
                                                            journalId,
                                                            JournalKind.MEAL,
                                                            Cause.order(orderId),
                                                            Subject.order(
                                                                    orderId,
                                                                    Long.parseLong(
                                                                            canteen.siteId()),
                                                                    district,
                                                                    district),
                                                            new Dates(day, booking, happened),
                                                            List.of(
                                                                    new Refusal(
                                                                            "OTHER",
                                                                            4,
                                                                            RefusalReason.WHO)),
                                                            MealPostings.of(
                                                                    Long.parseLong(
                                                                            canteen.providerId()),
                                                                    sold))));
                            return booking;
                        });
        return orderId;
    }
}
