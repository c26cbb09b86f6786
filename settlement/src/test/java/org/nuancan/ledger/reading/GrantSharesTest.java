package org.nuancan.ledger.reading;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.context.ApplicationContext;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.nuancan.day.BusinessDay;
import org.nuancan.db.Transactions;
import org.nuancan.engine.TestDatabase;
import org.nuancan.ledger.Account;
import org.nuancan.ledger.Cause;
import org.nuancan.ledger.Dates;
import org.nuancan.ledger.Journal;
import org.nuancan.ledger.JournalKind;
import org.nuancan.ledger.Ledger;
import org.nuancan.ledger.PolicyRef;
import org.nuancan.ledger.Posting;
import org.nuancan.ledger.Subject;
import org.nuancan.ledger.TenderType;
import org.nuancan.ledger.posting.Bearer;
import org.nuancan.ledger.posting.DoorPostings;
import org.nuancan.ledger.posting.Loss;
import org.nuancan.ledger.posting.Ordered;
import org.nuancan.ledger.posting.Parties;
import org.nuancan.ledger.posting.Taken;
import org.nuancan.money.Fen;
import org.nuancan.policy.Side;
import org.nuancan.policy.quote.FundingPart;
import org.nuancan.policy.quote.Grant;

class GrantSharesTest {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 18);
    private static final long KITCHEN = 7;
    private static final long SITE = 50;

    private static final TestDatabase DATABASE = TestDatabase.fresh();
    private static final ApplicationContext CONTEXT =
            ApplicationContext.run(new HashMap<>(DATABASE.properties()));

    private static final Grant GRANT =
            new Grant(
                    "BJ-DINER",
                    1,
                    Side.DINER,
                    Fen.of(500),
                    List.of(
                            new FundingPart("11", Fen.of(300)),
                            new FundingPart("110105", Fen.of(200))));

    @AfterAll
    static void close() {
        CONTEXT.close();
    }

    @Test
    void a_gap_and_a_failed_meal_that_a_payer_bears_are_no_grants() {
        var gap = new Loss(Fen.of(130), "PRICE_GAP", 3, new Bearer.Payer("110105"));
        var meal =
                DoorPostings.of(
                        Parties.alone(KITCHEN),
                        new Ordered(
                                Fen.of(1_630),
                                Fen.ZERO,
                                List.of(GRANT),
                                List.of(new Taken(TenderType.CASH, Fen.of(1_000))),
                                Optional.of(gap)));
        var failed =
                List.of(
                        Posting.of(KITCHEN, new Account.Claim("110105"), Fen.of(1_800), "UNSAFE")
                                .under(new PolicyRef("UNSAFE", 2, Side.DINER)),
                        Posting.of(KITCHEN, new Account.Earned(KITCHEN), Fen.of(-1_800), "MEAL"));
        var _ =
                CONTEXT.getBean(Transactions.class)
                        .inOne(connection -> {
                            new Ledger()
                                    .post(
                                            connection,
                                            List.of(
                                                    journal(1, JournalKind.MEAL, meal),
                                                    journal(2, JournalKind.FAILED_MEAL, failed)));
                            return true;
                        });
        var shares = CONTEXT.getBean(GrantShares.class);

        assertThat(shares.sum(DAY, DAY, Optional.of("110105"), List.of(SITE)))
                .isEqualTo(Fen.of(300 + 200));
        assertThat(shares.ofOrders(List.of(1L, 2L)))
                .isEqualTo(
                        Map.of(
                                1L,
                                List.of(
                                        new GrantShare("11", "BJ-DINER", Fen.of(300)),
                                        new GrantShare("110105", "BJ-DINER", Fen.of(200)))));
    }

    private static Journal journal(long order, JournalKind kind, List<Posting> postings) {
        var day = new BusinessDay(DAY);
        return new Journal(
                order * 10,
                kind,
                Cause.order(order),
                Subject.order(order, SITE, "110105", "110105"),
                new Dates(day, day, day.begins()),
                List.of(),
                postings);
    }
}
