package org.nuancan.demo.lunch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TallyTest {

    private static final Granted DINER =
            new Granted(
                    "BJ-DINER",
                    "DINER",
                    500,
                    List.of(new Granted.Part("11", 250), new Granted.Part("110105", 250)));
    private static final Granted FLOW =
            new Granted("BJ-FLOW", "PROVIDER", 300, List.of(new Granted.Part("11", 300)));

    private final Tally tally = new Tally();

    @Test
    void the_worked_lunch_of_settlement_moves_the_accounts_as_it_says() {
        tally.sold(sold(1800, List.of(DINER, FLOW), tender(Tender.Type.CASH, 1300)));

        assertThat(tally.movements())
                .isEqualTo(
                        Map.of("payable:P", -800L, "claim:11", 250L + 300L, "claim:110105", 250L));
    }

    @Test
    void what_a_provider_gives_off_and_what_cash_is_rounded_by_is_its_own() {
        var off =
                new Granted(
                        "PUTUO",
                        "DINER",
                        600,
                        List.of(new Granted.Part("PROVIDER", 300), new Granted.Part("31", 300)));
        tally.sold(sold(2004, List.of(off), tender(Tender.Type.CASH, 1400)));

        var sums = tally.byProvider().values().iterator().next();

        assertThat(sums.discountFen).isEqualTo(300 + 4);
        assertThat(sums.dinerGrantFen).isEqualTo(300);
        assertThat(sums.payableFen()).isEqualTo(2004 - 1400 - 304);
    }

    @Test
    void what_the_acquirer_took_is_owed_to_the_provider() {
        tally.sold(sold(1500, List.of(), tender(Tender.Type.ECNY, 1500)));

        assertThat(tally.movements())
                .isEqualTo(Map.of("payable:P", -1500L, "collected:ECNY", 1500L));
    }

    @Test
    void a_sale_that_is_given_back_whole_leaves_nothing_but_two_journals() {
        var sold = sold(1800, List.of(DINER, FLOW), tender(Tender.Type.MOBILE, 1300));
        tally.sold(sold);
        tally.refunded(sold);

        assertThat(tally.movements()).isEmpty();
        assertThat(tally.orders()).isEqualTo(1);
    }

    private static Tender tender(Tender.Type type, long fen) {
        return new Tender(type, fen, Optional.empty());
    }

    private static Sold sold(long grossFen, List<Granted> grants, Tender tender) {
        return new Sold(
                "1",
                "1",
                "P",
                List.of(new Item("SET-A", 1, grossFen, true, false)),
                List.of(tender),
                grants);
    }
}
