package org.nuancan.close;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
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

/// A day whose journals have fixed numbers closes with the hashes that were computed on 2026-11-30,
/// whatever changes in the code that reads and writes the books.
final class KeptHashTest {

    private static final long FIRST = 900_000_000_000_000_000L;
    private static final Instant NOON = Instant.parse("2026-11-18T04:00:00.123456Z");

    private final List<Journal> journals = new ArrayList<>();

    @Test
    void the_same_journals_give_the_hashes_that_were_kept() {
        try (var books = Books.fresh()) {
            for (var order = 0; order < 40; order++) {
                meal(1 + order % 3, order);
            }
            refund(1, 3);
            refund(2, 4);
            post(books);
            books.noonOf(Books.DAY.next());

            var closed = books.close(Books.DAY);

            assertThat(books.hashes())
                    .containsExactly(
                            "2026-11-18 1 ae340c0cf66199d8a151991e4ff2a92850d250b5c52345b591d57420f8ca470f",
                            "2026-11-18 2 aa1ece5875cf6aef9951ab7436500502142aeca1a8dc5d47cdcc6f496190fbce",
                            "2026-11-18 3 a3555b90159211fb9f4af71efc41dc2047ca1fea1b9b5f268cc8981534fa445b");
            assertThat(closed.contentHash())
                    .isEqualTo("d6567d411fcdc110f467a87dadf210a49440c7adfd3e8ef8d8bf34c950dc9fcd");
        }
    }

    /// A meal whose amounts differ from order to order, paid by city, district and a charity.
    private void meal(long provider, int order) {
        var price = price(order);
        var sold =
                new Sold(
                        Fen.of(price),
                        List.of(
                                new Grant(
                                        "BJ-DINER",
                                        1,
                                        Side.DINER,
                                        Fen.of(501),
                                        List.of(
                                                new FundingPart("11", Fen.of(251)),
                                                new FundingPart("110105", Fen.of(249)),
                                                new FundingPart("CHARITY:\"暖\" 基金", Fen.of(1)))),
                                new Grant(
                                        "BJ-FLOW",
                                        1,
                                        Side.PROVIDER,
                                        Fen.of(300),
                                        List.of(new FundingPart("11", Fen.of(300))))),
                        List.of(
                                new Taken(TenderType.CASH, Fen.of(price - 501 - 99)),
                                new Taken(TenderType.ALLOWANCE, Fen.of(99))),
                        Fen.ZERO,
                        Fen.ZERO);
        add(
                JournalKind.MEAL,
                Cause.order(FIRST + order),
                provider,
                order,
                MealPostings.of(provider, sold));
    }

    /// Refunds the whole order.
    private void refund(long provider, int order) {
        var meal = journals.get(order).postings();
        var all = new Amounts(Fen.of(price(order)), Fen.ZERO);
        var none = new Amounts(Fen.ZERO, Fen.ZERO);
        var back = RefundPostings.of(meal, List.of(), all, none, all);
        add(
                JournalKind.REFUND,
                Cause.refund(FIRST + 1000 + order),
                provider,
                order,
                back.postings());
    }

    private static long price(int order) {
        return 1500 + 37L * order;
    }

    private void add(
            JournalKind kind, Cause cause, long provider, int order, List<Posting> postings) {
        var number = journals.size();
        journals.add(
                new Journal(
                        FIRST + 5000 + number,
                        kind,
                        cause,
                        Subject.order(FIRST + order, provider * 10, "110105", "110105"),
                        new Dates(Books.DAY, Books.DAY, NOON.plusSeconds(number)),
                        List.of(new Refusal("ZZ", 2, RefusalReason.WHO)),
                        postings));
    }

    private void post(Books books) {
        books.bean(BookingDays.class).prepare(Books.DAY);
        var _ =
                books.in(connection -> {
                    var _ = books.bean(BookingDays.class).lockOpen(connection, Books.DAY);
                    books.bean(Ledger.class).post(connection, journals);
                    return true;
                });
    }
}
