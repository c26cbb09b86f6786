package org.nuancan.policy.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.nuancan.policy.document.Malformed.TIER;
import static org.nuancan.policy.document.Malformed.TIERS;
import static org.nuancan.policy.document.Malformed.changed;
import static org.nuancan.policy.document.Malformed.faults;
import static org.nuancan.policy.document.Malformed.listed;
import static org.nuancan.policy.document.Malformed.object;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The section "Malformed" of the design page: amounts, both sides of every limit.
class MalformedAmountTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "0 | null | ",
                "10000 | 0 | ",
                "-1 | null | /amount/basisPoints BASIS_POINTS_OUT_OF_RANGE",
                "10001 | null | /amount/basisPoints BASIS_POINTS_OUT_OF_RANGE",
                "1.5 | null | /amount/basisPoints NUMBER_NOT_WHOLE",
                "1 | -1 | /amount/maxFen FEN_NEGATIVE",
                "1 | 1000000000 | ",
                "1 | 1000000001 | /amount/maxFen FEN_TOO_LARGE",
            })
    void a_percentage_has_0_to_10000_basis_points(String points, String most, String fault) {
        var document =
                changed(
                        "/amount",
                        "{'type':'PERCENT','basisPoints':%s,'of':'BILL','maxFen':%s,'rounding':'UP'}"
                                .formatted(points, most));

        assertThat(faults(document)).containsExactlyElementsOf(listed(fault));
    }

    @Test
    void a_percentage_is_of_what_remains_and_rounds_down_unless_said_otherwise() {
        var document = changed("/amount", "{'type':'PERCENT','basisPoints':1,'maxFen':null}");

        var policy = Read.good(PolicyDocument.read(document, ""));

        assertThat(PolicyDocument.write(policy).get("amount"))
                .isEqualTo(
                        object(
                                "{'type':'PERCENT','basisPoints':1,'of':'REMAINING',"
                                        + "'maxFen':null,'rounding':'DOWN'}"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "60 79 80 null | ",
                "null 79 80 null | ",
                "80 null null 79 | ",
                "70 70 71 71 | ",
                "60 80 80 null | /amount/tiers/1 TIERS_OVERLAP",
                "null null 80 80 | /amount/tiers/1 TIERS_OVERLAP",
                "80 null 60 80 | /amount/tiers/1 TIERS_OVERLAP",
                "71 70 60 80 | /amount/tiers/0/from MINIMUM_ABOVE_MAXIMUM",
            })
    void tiers_do_not_overlap(String bounds, String fault) {
        var all = bounds.split(" ", -1);
        var tiers = TIER.formatted(all[0], all[1]) + "," + TIER.formatted(all[2], all[3]);

        assertThat(faults(changed("/amount", TIERS.formatted(tiers))))
                .containsExactlyElementsOf(listed(fault));
    }

    @Test
    void there_is_a_tier() {
        assertThat(faults(changed("/amount", TIERS.formatted(""))))
                .containsExactly("/amount/tiers TIERS_EMPTY");
    }

    @Test
    void a_tier_holds_no_tiers() {
        var inner = TIERS.formatted(TIER.formatted("1", "2"));
        var tier = "{'from':1,'to':null,'amount':%s}".formatted(inner);

        assertThat(faults(changed("/amount", TIERS.formatted(tier))))
                .containsExactly("/amount/tiers/0/amount/type TIERED_IN_TIERED");
    }

    @Test
    void a_tier_has_its_fields_and_no_other() {
        var tier = "{'from':1,'upTo':null,'amount':{'type':'ELDER_PAYS','fen':-1}}";

        assertThat(faults(changed("/amount", TIERS.formatted(tier))))
                .containsExactly(
                        "/amount/tiers/0/to FIELD_MISSING",
                        "/amount/tiers/0/amount/fen FEN_NEGATIVE",
                        "/amount/tiers/0/upTo FIELD_UNKNOWN");
    }
}
