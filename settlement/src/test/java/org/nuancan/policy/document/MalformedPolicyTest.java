package org.nuancan.policy.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.nuancan.policy.document.Malformed.changed;
import static org.nuancan.policy.document.Malformed.example;
import static org.nuancan.policy.document.Malformed.faults;
import static org.nuancan.policy.document.Malformed.rewritten;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/// The section "Malformed" of the design page, field by field, both sides of every limit.
class MalformedPolicyTest {

    @Test
    void the_example_of_the_page_is_good() {
        assertThat(faults(example())).isEmpty();
        assertThat(rewritten(example())).isEqualTo(example());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                // Types and values.
                "/code | 7 | /code TYPE_WRONG",
                "/code | '' | /code VALUE_MISSING",
                "/version | '1' | /version TYPE_WRONG",
                "/version | 1.0 | /version NUMBER_NOT_WHOLE",
                "/version | 1e2 | /version NUMBER_NOT_WHOLE",
                "/version | 2147483648 | /version NUMBER_OUT_OF_RANGE",
                "/version | null | /version VALUE_MISSING",
                "/name | 'Diner' | /name TYPE_WRONG",
                "/name/zh | 1 | /name/zh TYPE_WRONG",
                "/owner | '1' | /owner DIVISION_INVALID",
                "/owner | '1101050120' | /owner DIVISION_INVALID",
                "/owner | '11010a' | /owner DIVISION_INVALID",
                "/owner | '１１' | /owner DIVISION_INVALID",
                "/owner | 11 | /owner TYPE_WRONG",
                "/effectiveFrom | '2022-02-29' | /effectiveFrom DATE_INVALID",
                "/effectiveFrom | '2022-4-1' | /effectiveFrom DATE_INVALID",
                "/effectiveFrom | '20220401' | /effectiveFrom DATE_INVALID",
                "/effectiveFrom | '+12022-04-01' | /effectiveFrom DATE_INVALID",
                "/effectiveFrom | null | /effectiveFrom VALUE_MISSING",
                "/effectiveTo | '2022-03-31' | /effectiveFrom PERIOD_REVERSED",
                "/side | 'diner' | /side VALUE_UNKNOWN",
                "/side | null | /side VALUE_MISSING",
                "/payee | '11' | /payee VALUE_UNKNOWN",
                "/group | 1 | /group TYPE_WRONG",
                "/stage | 1.5 | /stage NUMBER_NOT_WHOLE",
                "/stage | 9223372036854775808 | /stage NUMBER_OUT_OF_RANGE",
                "/priority | true | /priority TYPE_WRONG",
                "/who | null | /who VALUE_MISSING",
                "/who | {} | /who TYPE_WRONG",
                "/who/0 | null | /who/0 VALUE_MISSING",
                "/who/0/minAge | null | /who/0/minAge VALUE_MISSING",
                "/who/0/minAge | '80' | /who/0/minAge TYPE_WRONG",
                "/who/0/maxAge | 79 | /who/0/minAge MINIMUM_ABOVE_MAXIMUM",
                "/who/0/household | 'BOTH' | /who/0/household VALUE_UNKNOWN",
                "/who/0/householdIn | ['11','1'] | /who/0/householdIn/1 DIVISION_INVALID",
                "/who/0/residenceIn | '11' | /who/0/residenceIn TYPE_WRONG",
                "/who/1/anyCategory | ['POOR'] | /who/1/anyCategory/0 VALUE_UNKNOWN",
                "/who/1/allCategories | [null] | /who/1/allCategories/0 VALUE_MISSING",
                "/who/1/notInInstitution | 'true' | /who/1/notInInstitution TYPE_WRONG",
                "/who/1/age | 60 | /who/1/age FIELD_UNKNOWN",
                "/where/within | 'TOWN' | /where/within VALUE_UNKNOWN",
                "/where/of | 'BIRTH' | /where/of VALUE_UNKNOWN",
                "/where/siteTypes | ['CANTEEN'] | /where/siteTypes/0 VALUE_UNKNOWN",
                "/where/siteIn | null | /where/siteIn VALUE_MISSING",
                "/where/siteIn | ['x'] | /where/siteIn/0 DIVISION_INVALID",
                "/where/minSiteGrade | null | /where/minSiteGrade VALUE_MISSING",
                "/where/listedOnly | 1 | /where/listedOnly TYPE_WRONG",
                "/when/slots | ['TEA'] | /when/slots/0 VALUE_UNKNOWN",
                "/when/weekdays | ['MONDAY'] | /when/weekdays/0 VALUE_UNKNOWN",
                "/when/calendar | 'HOLIDAY' | /when/calendar VALUE_UNKNOWN",
                "/when/calendar | null | /when/calendar VALUE_MISSING",
                "/how | ['PICK_UP'] | /how/0 VALUE_UNKNOWN",
                "/bill/basis | 'GROSS' | /bill/basis VALUE_UNKNOWN",
                "/bill/moreThanFen | -1 | /bill/moreThanFen FEN_NEGATIVE",
                "/bill/atLeastFen | -1 | /bill/atLeastFen FEN_NEGATIVE",
                "/bill/atMostFen | -1 | /bill/atMostFen FEN_NEGATIVE",
                "/needsDinerGrant | null | /needsDinerGrant VALUE_MISSING",
                "/amount | null | /amount VALUE_MISSING",
                "/amount/type | 'FLAT' | /amount/type VALUE_UNKNOWN",
                "/amount/fen | -1 | /amount/fen FEN_NEGATIVE",
                "/amount/fen | 1000000001 | /amount/fen FEN_TOO_LARGE",
                "/amount/fen | 9223372036854775807 | /amount/fen FEN_TOO_LARGE",
                "/bill/moreThanFen | 1000000001 | /bill/moreThanFen FEN_TOO_LARGE",
                "/bill/atMostFen | 1000000000000 | /bill/atMostFen FEN_TOO_LARGE",
                "/limits/0/fen | 10000000000001 | /limits/0/fen FEN_TOO_LARGE",
                "/funding/0/weight | 1000001 | /funding/0/weight WEIGHT_TOO_LARGE",
                "/funding/0/weight | 9223372036854775807 | /funding/0/weight WEIGHT_TOO_LARGE",
                "/effectiveFrom | '0999-12-31' | /effectiveFrom DATE_INVALID",
                "/amount/fen | 5.5 | /amount/fen NUMBER_NOT_WHOLE",
                "/amount/maxFen | 1 | /amount/maxFen FIELD_UNKNOWN",
                "/limits | null | /limits VALUE_MISSING",
                "/limits/0/on | 'CARD' | /limits/0/on VALUE_UNKNOWN",
                "/limits/0/per | 'HOUR' | /limits/0/per VALUE_UNKNOWN",
                "/limits/0/meals | null | /limits/0 LIMIT_EMPTY",
                "/limits/0/fen | -1 | /limits/0/fen FEN_NEGATIVE",
                "/funding | [] | /funding FUNDING_EMPTY",
                "/funding/0/weight | 0 | /funding/0/weight WEIGHT_BELOW_ONE",
                "/funding/0/weight | -1 | /funding/0/weight WEIGHT_BELOW_ONE",
                "/funding/0/weight | 0.5 | /funding/0/weight NUMBER_NOT_WHOLE",
                "/funding/0/payer | '1' | /funding/0/payer DIVISION_INVALID",
                "/funding/0/payer | '1101050120' | /funding/0/payer DIVISION_INVALID",
                "/funding/0/payer | 'TOWN' | /funding/0/payer PAYER_UNKNOWN",
                "/funding/0/payer | 'CHARITY:' | /funding/0/payer PAYER_UNKNOWN",
                "/funding/0/payer | '' | /funding/0/payer PAYER_UNKNOWN",
                "/colour | 'red' | /colour FIELD_UNKNOWN",
                "/a~1b~0c | 1 | /a~1b~0c FIELD_UNKNOWN",
                "/name/fr | 'x' | /name/fr FIELD_UNKNOWN",
                "/where/near | 1 | /where/near FIELD_UNKNOWN",
                "/when/hour | 1 | /when/hour FIELD_UNKNOWN",
                "/bill/max | 1 | /bill/max FIELD_UNKNOWN",
                "/limits/0/max | 1 | /limits/0/max FIELD_UNKNOWN",
                "/funding/0/share | 1 | /funding/0/share FIELD_UNKNOWN",
            })
    void a_value_that_is_wrong_is_named_with_its_place(String place, String value, String fault) {
        assertThat(faults(changed(place, value))).containsExactly(fault);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "/version | 0",
                "/version | -3",
                "/version | 2147483647",
                "/name/zh | '补'",
                "/owner | '11'",
                "/owner | '110105012'",
                "/owner | '00'",
                "/effectiveFrom | '2024-02-29'",
                "/effectiveTo | '2022-04-01'",
                "/group | null",
                "/group | 'g'",
                "/stage | -9223372036854775808",
                "/priority | 9223372036854775807",
                "/who | []",
                "/who | [{}]",
                "/who/0/maxAge | 80",
                "/who/0/minCareGrade | 9",
                "/who/1/anyCategory | []",
                "/who/1/notInInstitution | false",
                "/where/siteTypes | []",
                "/where/siteIn | []",
                "/where/siteIn | ['110105']",
                "/where/minSiteGrade | 99",
                "/when/slots | null",
                "/when/slots | []",
                "/when/weekdays | ['MON','SUN','MON']",
                "/how | null",
                "/bill | null",
                "/bill/moreThanFen | null",
                "/bill/moreThanFen | 0",
                "/amount/fen | 0",
                "/amount/fen | 1000000000",
                "/limits | []",
                "/limits/0/meals | 0",
                "/limits/0/meals | -1",
                "/limits/0/fen | 0",
                "/limits/0/fen | 10000000000000",
                "/effectiveFrom | '1000-01-01'",
                "/effectiveTo | '9999-12-31'",
                "/bill/atMostFen | 1000000000",
                "/funding/0/payer | 'CHARITY:慈善 基金'",
                "/funding/0/weight | 1000000",
                "/funding/0/payer | 'DISTRICT'",
                "/funding/0/payer | 'STREET'",
                "/funding/0/payer | 'CITY'",
                "/funding/0/payer | 'PROVIDER'",
                "/funding/0/payer | 'CHARITY:x'",
                "/funding/0/payer | '99'",
            })
    void everything_else_is_allowed_and_written_back(String place, String value) {
        var document = changed(place, value);

        assertThat(faults(document)).isEmpty();
        assertThat(rewritten(document)).isEqualTo(document);
    }

    @ParameterizedTest
    @MethodSource("org.nuancan.policy.document.Malformed#fields")
    void every_field_of_the_example_must_be_there(String place) {
        var document = example();
        var pointer = JsonPointer.valueOf(place);
        ((ObjectNode) document.at(pointer.head())).remove(pointer.last().getMatchingProperty());

        assertThat(faults(document)).containsExactly(place + " FIELD_MISSING");
    }
}
