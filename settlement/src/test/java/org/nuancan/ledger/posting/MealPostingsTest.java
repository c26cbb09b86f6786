package org.nuancan.ledger.posting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.nuancan.ledger.Posting;
import org.nuancan.ledger.TenderType;
import org.nuancan.money.Fen;
import org.nuancan.policy.Side;
import org.nuancan.policy.quote.FundingPart;
import org.nuancan.policy.quote.Grant;

/// The worked examples of the design page on settlement, and the order of the lines.
class MealPostingsTest {

    private static final long P = 42;

    @Test
    void a_lunch_of_18_yuan_with_city_and_district_half_and_half_and_a_flow_subsidy() {
        var diner = grant("BJ-DINER", Side.DINER, part("11", 250), part("110105", 250));
        var flow = grant("BJ-FLOW", Side.PROVIDER, part("11", 300));

        var postings =
                MealPostings.of(
                        P,
                        new Sold(
                                Fen.of(1800),
                                List.of(diner, flow),
                                List.of(new Taken(TenderType.CASH, Fen.of(1300))),
                                Fen.ZERO,
                                Fen.ZERO));

        assertThat(asText(postings))
                .containsExactly(
                        "till:42 1300 CASH",
                        "claim:11 250 BJ-DINER/1/DINER",
                        "claim:110105 250 BJ-DINER/1/DINER",
                        "claim:11 300 BJ-FLOW/1/PROVIDER",
                        "earned:42 -1800 MEAL",
                        "earned:42 -300 INCENTIVE BJ-FLOW/1/PROVIDER");
    }

    @Test
    void putuos_20_yuan_with_3_off_by_the_provider_and_3_granted() {
        var off = grant("OFF", Side.DINER, part("PROVIDER", 300));
        var granted = grant("AGE", Side.DINER, part("310107", 300));

        var postings =
                MealPostings.of(
                        P,
                        new Sold(
                                Fen.of(2000),
                                List.of(off, granted),
                                List.of(new Taken(TenderType.CASH, Fen.of(1400))),
                                Fen.ZERO,
                                Fen.ZERO));

        assertThat(asText(postings))
                .containsExactly(
                        "till:42 1400 CASH",
                        "discount:42 300 PROVIDER_GRANT OFF/1/DINER",
                        "claim:310107 300 AGE/1/DINER",
                        "earned:42 -2000 MEAL");
    }

    @Test
    void each_tender_the_rounding_and_the_offline_excess_have_lines_of_their_own() {
        var charity = grant("GIFT", Side.DINER, part("CHARITY:Red Cross", 100));

        var postings =
                MealPostings.of(
                        P,
                        new Sold(
                                Fen.of(1000),
                                List.of(charity),
                                List.of(
                                        new Taken(TenderType.ALLOWANCE, Fen.of(400)),
                                        new Taken(TenderType.CASH, Fen.of(430))),
                                Fen.of(7),
                                Fen.of(63)));

        assertThat(asText(postings))
                .containsExactly(
                        "collected:ALLOWANCE 400 ALLOWANCE",
                        "till:42 430 CASH",
                        "discount:42 7 ROUNDING",
                        "claim:CHARITY:Red Cross 100 GIFT/1/DINER",
                        "discount:42 63 OFFLINE_EXCESS",
                        "earned:42 -1000 MEAL");
    }

    @Test
    void parts_that_do_not_add_up_to_the_gross_are_refused() {
        assertThatThrownBy(() ->
                        new Sold(
                                Fen.of(1000),
                                List.of(),
                                List.of(new Taken(TenderType.CASH, Fen.of(999))),
                                Fen.ZERO,
                                Fen.ZERO))
                .hasMessageContaining("999")
                .hasMessageContaining("1000");
    }

    static Grant grant(String code, Side side, FundingPart... parts) {
        var fen = Fen.sum(List.of(parts).stream().map(FundingPart::fen).toList());
        return new Grant(code, 1, side, fen, List.of(parts));
    }

    static FundingPart part(String payer, long fen) {
        return new FundingPart(payer, Fen.of(fen));
    }

    static List<String> asText(List<Posting> postings) {
        return postings.stream().map(MealPostingsTest::asText).toList();
    }

    private static String asText(Posting posting) {
        var text = new StringBuilder(posting.account().name() + " " + posting.fen().value());
        posting.reason().ifPresent(reason -> text.append(' ').append(reason));
        posting.policy()
                .ifPresent(policy ->
                        text.append(' ')
                                .append(policy.code())
                                .append('/')
                                .append(policy.version())
                                .append('/')
                                .append(policy.side()));
        posting.mirrors().ifPresent(line -> text.append(" <").append(line));
        return text.toString();
    }
}
