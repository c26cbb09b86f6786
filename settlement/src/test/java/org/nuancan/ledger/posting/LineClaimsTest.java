package org.nuancan.ledger.posting;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.nuancan.day.BusinessDay;
import org.nuancan.ledger.Account;
import org.nuancan.ledger.Cause;
import org.nuancan.ledger.Dates;
import org.nuancan.ledger.Journal;
import org.nuancan.ledger.JournalKind;
import org.nuancan.ledger.PolicyRef;
import org.nuancan.ledger.Posting;
import org.nuancan.ledger.Subject;
import org.nuancan.ledger.TenderType;
import org.nuancan.ledger.posting.RefundPostings.Amounts;
import org.nuancan.money.Fen;
import org.nuancan.policy.Side;
import org.nuancan.policy.quote.FundingPart;
import org.nuancan.policy.quote.Grant;

/// Putuo's 20.00 with a flow subsidy: 3.00 off by the provider, 3.20 by the district and 1.10 by
/// the city to the diner, 2.50 by the city to the provider, 12.70 in cash.
class LineClaimsTest {

    private static final long PROVIDER = 7;
    private static final PolicyRef DINER = new PolicyRef("DINER", 2, Side.DINER);
    private static final PolicyRef FLOW = new PolicyRef("FLOW", 1, Side.PROVIDER);
    private static final Sold SOLD =
            new Sold(
                    Fen.of(2000),
                    List.of(
                            new Grant(
                                    "DINER",
                                    2,
                                    Side.DINER,
                                    Fen.of(300 + 320 + 110),
                                    List.of(
                                            new FundingPart("PROVIDER", Fen.of(300)),
                                            new FundingPart("310107", Fen.of(320)),
                                            new FundingPart("31", Fen.of(110)))),
                            new Grant(
                                    "FLOW",
                                    1,
                                    Side.PROVIDER,
                                    Fen.of(250),
                                    List.of(new FundingPart("31", Fen.of(250))))),
                    List.of(new Taken(TenderType.CASH, Fen.of(2000 - 730))),
                    Fen.ZERO,
                    Fen.ZERO);

    private final Journal meal = journal(JournalKind.MEAL, MealPostings.of(PROVIDER, SOLD));
    private final List<Journal> books = new ArrayList<>(List.of(meal));
    private long ids = 1;

    private Journal journal(JournalKind kind, List<Posting> postings) {
        var day = new BusinessDay(LocalDate.of(2026, 11, 18));
        return new Journal(
                ++ids,
                kind,
                Cause.order(ids),
                Subject.order(1, 70, "310107", "310107"),
                new Dates(day, day, Instant.parse("2026-11-18T04:00:00Z")),
                List.of(),
                postings);
    }

    private LineClaims claims() {
        return LineClaims.of(meal, books, PROVIDER);
    }

    private void book(JournalKind kind, List<Posting> postings) {
        if (!postings.isEmpty()) {
            books.add(journal(kind, postings));
        }
    }

    /// Refunds like the till: first the part that a refund undoes.
    private void refund(long before, long fen) {
        var refunds =
                books.stream()
                        .filter(journal -> journal.kind() == JournalKind.REFUND)
                        .flatMap(journal -> journal.postings().stream())
                        .toList();
        var back = RefundPostings.of(meal.postings(), refunds, bill(2000), bill(before), bill(fen));
        book(JournalKind.RECOVERY_UNDONE, claims().undone(back.postings()));
        book(JournalKind.REFUND, back.postings());
    }

    private static Amounts bill(long fen) {
        return new Amounts(Fen.of(fen), Fen.ZERO);
    }

    private Fen balance(String account) {
        return Fen.sum(
                books.stream()
                        .flatMap(journal -> journal.postings().stream())
                        .filter(posting -> posting.account().name().equals(account))
                        .map(Posting::fen)
                        .toList());
    }

    @Test
    void the_payers_part_is_left_and_the_providers_part_is_not() {
        assertThat(claims().left()).isEqualTo(Fen.of(320 + 110 + 250));
        assertThat(claims().leftByPolicy())
                .isEqualTo(Map.of(DINER, Fen.of(320 + 110), FLOW, Fen.of(250)));
        assertThat(claims().isRecovered()).isFalse();
        assertThat(LineClaims.of(meal, books, 8).left()).isEqualTo(Fen.ZERO);
    }

    @Test
    void a_recovery_takes_each_part_back_from_the_provider_and_leaves_its_own_discount() {
        book(JournalKind.RECOVERY, claims().recoveryFromProvider());

        assertThat(balance("claim:31")).isEqualTo(Fen.ZERO);
        assertThat(balance("claim:310107")).isEqualTo(Fen.ZERO);
        assertThat(balance("adjust:7")).isEqualTo(Fen.of(680));
        assertThat(balance("discount:7")).isEqualTo(Fen.of(300));
        assertThat(claims().left()).isEqualTo(Fen.ZERO);
        assertThat(claims().isRecovered()).isTrue();
        assertThat(claims().recoveryFromProvider()).isEmpty();
        assertThat(books.getLast().postings())
                .allMatch(posting -> posting.providerId() == PROVIDER);
    }

    @Test
    void a_hold_and_its_end_are_on_no_statement_unless_the_next_one_pays() {
        assertThat(LineClaims.hold(PROVIDER, Fen.of(5)))
                .containsExactly(
                        Posting.of(0, new Account.Payable(PROVIDER), Fen.of(5)),
                        Posting.of(0, new Account.Held(PROVIDER), Fen.of(-5)));
        assertThat(LineClaims.genuine(PROVIDER, Fen.of(5)))
                .containsExactly(
                        Posting.of(0, new Account.Held(PROVIDER), Fen.of(5)),
                        Posting.of(0, new Account.Payable(PROVIDER), Fen.of(-5)));
        assertThat(LineClaims.genuineAfterPayment(PROVIDER, Fen.of(5)))
                .containsExactly(
                        Posting.of(PROVIDER, new Account.Held(PROVIDER), Fen.of(5)),
                        Posting.of(PROVIDER, new Account.Adjust(PROVIDER), Fen.of(-5)));
        assertThat(claims().recoveryFromHold())
                .contains(Posting.of(PROVIDER, new Account.Held(PROVIDER), Fen.of(680)));
    }

    /// A recovered meal after any series of refunds ends with the same balances as one that was
    /// never recovered: those of one whole refund.
    @Property(tries = 200)
    void any_series_of_refunds_of_a_recovered_line_ends_where_one_whole_refund_does(
            @ForAll @LongRange(min = 0, max = 1999) long first,
            @ForAll @LongRange(min = 0, max = 1999) long recoveredAfter,
            @ForAll @LongRange(min = 30, max = 700) long step) {
        // All tries use one instance of the test class.
        books.clear();
        books.add(meal);
        var refunded = 0L;
        var recovered = false;
        for (var next = first; refunded < 2000; next = step) {
            if (!recovered && refunded >= recoveredAfter) {
                book(JournalKind.RECOVERY, claims().recoveryFromProvider());
                recovered = true;
            }
            var fen = Math.min(next, 2000 - refunded);
            refund(refunded, fen);
            refunded += fen;
        }

        for (var account :
                List.of(
                        "claim:31",
                        "claim:310107",
                        "adjust:7",
                        "discount:7",
                        "earned:7",
                        "till:7")) {
            assertThat(balance(account)).as(account).isEqualTo(Fen.ZERO);
        }
        assertThat(claims().left()).isEqualTo(Fen.ZERO);
        assertThat(claims().isRecovered()).isFalse();
    }

    @Test
    void the_part_that_is_not_refunded_stays_recovered() {
        book(JournalKind.RECOVERY, claims().recoveryFromProvider());

        refund(0, 1000);

        assertThat(claims().left()).isEqualTo(Fen.ZERO);
        assertThat(claims().isRecovered()).isTrue();
        assertThat(balance("claim:310107")).isEqualTo(Fen.ZERO);
        assertThat(balance("adjust:7")).isEqualTo(Fen.of(680 - 160 - 55));
    }
}
