package org.nuancan.bench.floor;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.nuancan.bench.city.City;
import org.nuancan.bench.city.Lunches.Lunch;
import org.nuancan.ledger.PolicyRef;
import org.nuancan.ledger.TenderType;
import org.nuancan.ledger.posting.MealPostings;
import org.nuancan.ledger.posting.Sold;
import org.nuancan.ledger.posting.Taken;
import org.nuancan.money.Fen;
import org.nuancan.policy.quote.Grant;

/// The rows of one sale without ids and instants, computed before the measurement starts.
@SuppressWarnings("ArrayRecordComponent") // templates are not compared
record Template(
        @Nullable Object[] order,
        List<@Nullable Object[]> items,
        @Nullable Object[] tender,
        List<@Nullable Object[]> grants,
        @Nullable Object[] journal,
        List<@Nullable Object[]> postings,
        @Nullable Object[] fact,
        @Nullable Object[] event,
        @Nullable Object[] key) {

    private static final Object LATER = 0L;
    private static final String TOLD = "0123456789abcdef".repeat(10);
    private static final String ANSWER = "0123456789abcdef".repeat(80);

    static Template of(Lunch lunch, LocalDate day) {
        var quote = lunch.quote();
        var site = lunch.site();
        return new Template(
                order(lunch, day),
                List.of(item(1, "D00", 1_600), item(2, "D01", 1_480)),
                new @Nullable Object[] {LATER, 1, "CASH", quote.elderPaysFen().value(), null, 0},
                grants(lunch, day),
                new @Nullable Object[] {
                    LATER,
                    "MEAL",
                    "ORDER",
                    LATER,
                    LATER,
                    site.id(),
                    City.DISTRICT,
                    City.DISTRICT,
                    day,
                    day,
                    LATER,
                    "[{\"code\":\"CY-EVENING\",\"version\":1,\"reason\":\"SLOT\"}]"
                },
                postings(lunch, day),
                fact(lunch, day),
                new @Nullable Object[] {
                    LATER,
                    "SALE",
                    LATER,
                    site.id(),
                    site.providerId(),
                    site.facts().division().code(),
                    TOLD,
                    LATER,
                    LATER
                },
                new @Nullable Object[] {
                    site.terminal(), LATER, "f".repeat(64), 201, ANSWER, LATER
                });
    }

    private static @Nullable Object[] order(Lunch lunch, LocalDate day) {
        var quote = lunch.quote();
        return new @Nullable Object[] {
            LATER,
            City.DISTRICT,
            LATER,
            lunch.site().id(),
            lunch.site().providerId(),
            lunch.site().terminal(),
            "TILL",
            day,
            "LUNCH",
            "DINE_IN",
            LATER,
            day,
            quote.grossFen().value(),
            quote.billFen().value(),
            quote.elderPaysFen().value(),
            0,
            0,
            0,
            0,
            1,
            null,
            null
        };
    }

    private static @Nullable Object[] fact(Lunch lunch, LocalDate day) {
        var quote = lunch.quote();
        var site = lunch.site();
        return new @Nullable Object[] {
            LATER,
            day,
            day,
            "LUNCH",
            City.DISTRICT,
            site.facts().division().code(),
            site.providerId(),
            site.id(),
            site.terminal(),
            LATER,
            "f".repeat(64),
            "CARD",
            0,
            1,
            LATER,
            LATER,
            quote.billFen().value(),
            Fen.sum(quote.grants().stream().map(Grant::fen).toList()).value(),
            0,
            60,
            200,
            0,
            0,
            1
        };
    }

    private static @Nullable Object[] item(int line, String sku, long fen) {
        return new @Nullable Object[] {LATER, line, sku, "菜品" + line, 1, fen, true, 0};
    }

    private static List<@Nullable Object[]> grants(Lunch lunch, LocalDate day) {
        var rows = new ArrayList<@Nullable Object[]>();
        for (var grant : lunch.quote().grants()) {
            rows.add(
                    new @Nullable Object[] {
                        LATER,
                        rows.size() + 1,
                        LATER,
                        lunch.site().id(),
                        lunch.site().providerId(),
                        grant.code(),
                        grant.version(),
                        grant.side(),
                        day,
                        "LUNCH",
                        grant.fen().value(),
                        0,
                        1
                    });
        }
        return rows;
    }

    private static List<@Nullable Object[]> postings(Lunch lunch, LocalDate day) {
        var quote = lunch.quote();
        var sold =
                new Sold(
                        quote.grossFen(),
                        quote.grants(),
                        List.of(new Taken(TenderType.CASH, quote.elderPaysFen())),
                        Fen.ZERO,
                        Fen.ZERO);
        var rows = new ArrayList<@Nullable Object[]>();
        for (var posting : MealPostings.of(lunch.site().providerId(), sold)) {
            rows.add(
                    new @Nullable Object[] {
                        day,
                        posting.providerId(),
                        LATER,
                        rows.size() + 1,
                        posting.account().kind().prefix(),
                        posting.account().owner(),
                        posting.fen().value(),
                        posting.policy().map(PolicyRef::code).orElse(null),
                        posting.policy().map(PolicyRef::version).orElse(null),
                        posting.policy().map(PolicyRef::side).orElse(null),
                        posting.reason().orElse(null),
                        null,
                        City.DISTRICT,
                        City.DISTRICT
                    });
        }
        return rows;
    }
}
