package org.nuancan.policy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/// The section "Malformed" of the design page, both sides of every limit.
final class MalformedPolicyTest {

    private static final String TIERS = "{'type':'TIERED','by':'AGE','tiers':[%s]}";

    private static final String TIER = "{'from':%s,'to':%s,'amount':{'type':'FIXED','fen':1}}";

    private static final String LIMIT = "{'on':'ELDER','per':'DAY','meals':%s,'fen':%s}";

    /// The example of the design page.
    static ObjectNode example() {
        return object(
                """
                {"code": "BJ-DINER-2022", "version": 1,
                 "name": {"zh": "基本养老服务对象就餐补贴", "en": "Diner subsidy"},
                 "owner": "11", "effectiveFrom": "2022-04-01", "effectiveTo": null,
                 "side": "DINER", "payee": null, "group": "diner", "stage": 10, "priority": 100,
                 "who": [{"minAge": 80, "household": "LOCAL"},
                         {"minAge": 60, "anyCategory": ["DISABLED", "DEMENTIA"],
                          "notInInstitution": true}],
                 "where": {"within": "CITY", "of": "HOUSEHOLD", "siteTypes": null,
                           "minSiteGrade": 0, "listedOnly": true},
                 "when": {"slots": ["LUNCH", "DINNER"], "weekdays": null, "calendar": "ANY"},
                 "how": ["DINE_IN", "TAKE_AWAY", "DELIVERY"],
                 "bill": {"basis": "BILL", "moreThanFen": 500, "atLeastFen": null,
                          "atMostFen": null},
                 "needsDinerGrant": false,
                 "amount": {"type": "FIXED", "fen": 500},
                 "limits": [{"on": "ELDER", "per": "DAY", "meals": 1, "fen": null}],
                 "funding": [{"payer": "11", "weight": 1}, {"payer": "DISTRICT", "weight": 1}]}
                """);
    }

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
                "/name/zh | ''",
                "/owner | '11'",
                "/owner | '110105012'",
                "/owner | '00'",
                "/effectiveFrom | '2024-02-29'",
                "/effectiveTo | '2022-04-01'",
                "/group | null",
                "/group | ''",
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
                "/amount/fen | 9223372036854775807",
                "/limits | []",
                "/limits/0/meals | 0",
                "/limits/0/meals | -1",
                "/limits/0/fen | 0",
                "/funding/0/weight | 9223372036854775807",
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

    static Stream<String> fields() {
        return places(example(), "").stream()
                .filter(place -> !place.startsWith("/who/"))
                .filter(place -> !place.matches(".*/\\d+"));
    }

    @ParameterizedTest
    @MethodSource("fields")
    void every_field_of_the_example_must_be_there(String place) {
        var document = example();
        var pointer = JsonPointer.valueOf(place);
        ((ObjectNode) document.at(pointer.head())).remove(pointer.last().getMatchingProperty());

        assertThat(faults(document)).containsExactly(place + " FIELD_MISSING");
    }

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

    @ParameterizedTest
    @CsvSource({"499, 500, ''", "500, 500, ''", "501, 500, /bill/atLeastFen MINIMUM_ABOVE_MAXIMUM"})
    void the_least_bill_is_not_above_the_largest(String least, String most, String fault) {
        var document = changed("/bill/atLeastFen", least);
        change(document, "/bill/atMostFen", most);

        assertThat(faults(document)).containsExactlyElementsOf(listed(fault));
    }

    @ParameterizedTest
    @CsvSource({"2, 2, ''", "3, 2, /who/0/minCareGrade MINIMUM_ABOVE_MAXIMUM"})
    void the_least_care_grade_is_not_above_the_largest(String least, String most, String fault) {
        var document = changed("/who/0/minCareGrade", least);
        change(document, "/who/0/maxCareGrade", most);

        assertThat(faults(document)).containsExactlyElementsOf(listed(fault));
    }

    @Test
    void no_two_limits_have_the_same_scope() {
        var other = "{'on':'ELDER','per':'WEEK','meals':5,'fen':null}";

        assertThat(
                        faults(
                                changed(
                                        "/limits",
                                        "[%s,%s,%s]"
                                                .formatted(
                                                        LIMIT.formatted("1", "null"),
                                                        other,
                                                        LIMIT.formatted("null", "7")))))
                .containsExactly("/limits/2 LIMIT_REPEATED");
        assertThat(
                        faults(
                                changed(
                                        "/limits",
                                        "[%s,%s]".formatted(LIMIT.formatted("1", "5"), other))))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "DINER, ''",
        "PROVIDER, /funding/0/payer PROVIDER_PAYS_ITSELF",
        "DELIVERY, /funding/0/payer PROVIDER_PAYS_ITSELF"
    })
    void the_provider_bears_what_the_diner_gets_and_nothing_else(String side, String fault) {
        var document = changed("/funding/0/payer", "'PROVIDER'");
        change(document, "/side", "'%s'".formatted(side));

        assertThat(faults(document)).containsExactlyElementsOf(listed(fault));
    }

    @Test
    void every_fault_is_found_and_not_only_the_first() {
        var document = changed("/owner", "'1'");
        change(document, "/side", "'MINE'");
        change(document, "/funding/1/weight", "0");
        change(document, "/colour", "'red'");
        document.remove("stage");

        assertThat(faults(document))
                .containsExactly(
                        "/owner DIVISION_INVALID",
                        "/side VALUE_UNKNOWN",
                        "/stage FIELD_MISSING",
                        "/funding/1/weight WEIGHT_BELOW_ONE",
                        "/colour FIELD_UNKNOWN");
    }

    @Test
    void a_second_policy_of_the_same_code_and_version_is_a_fault() {
        var list = com.fasterxml.jackson.databind.node.JsonNodeFactory.instance.arrayNode();
        var faultyToo = changed("/owner", "'1'");
        list.add(example()).add(changed("/version", "2")).add(faultyToo);

        assertThat(named(PolicyDocument.readAll(list, "/policies")))
                .containsExactly(
                        "/policies/2 POLICY_REPEATED", "/policies/2/owner DIVISION_INVALID");
    }

    @Test
    void what_is_no_object_is_no_policy() {
        assertThat(named(PolicyDocument.read(Schemes.json("[]"), "")))
                .containsExactly(" TYPE_WRONG");
        assertThat(named(PolicyDocument.readAll(Schemes.json("{}"), "/policies")))
                .containsExactly("/policies TYPE_WRONG");
        assertThat(named(PolicyDocument.readAll(Schemes.json("[1]"), "/policies")))
                .containsExactly("/policies/0 TYPE_WRONG");
    }

    @Test
    void a_fault_is_told_in_chinese_and_english() {
        var faults = Read.faults(PolicyDocument.read(changed("/side", "'MINE'"), "/policies/3"));

        assertThat(faults)
                .containsExactly(
                        new Fault(
                                "/policies/3/side",
                                FaultCode.VALUE_UNKNOWN,
                                "未知的取值，可用：DINER, PROVIDER, DELIVERY",
                                "unknown value; there are: DINER, PROVIDER, DELIVERY"));
    }

    private static JsonNode rewritten(ObjectNode document) {
        return Schemes.json(PolicyDocument.text(Read.good(PolicyDocument.read(document, ""))));
    }

    private static List<String> faults(JsonNode document) {
        return named(PolicyDocument.read(document, ""));
    }

    static List<String> named(Reading<?> reading) {
        return Read.faults(reading).stream()
                .map(fault -> fault.pointer() + " " + fault.code())
                .toList();
    }

    private static List<String> listed(@org.jspecify.annotations.Nullable String fault) {
        return fault == null || fault.isEmpty() ? List.of() : List.of(fault);
    }

    static ObjectNode changed(String place, String value) {
        var document = example();
        change(document, place, value);
        return document;
    }

    static void change(ObjectNode document, String place, String value) {
        var pointer = JsonPointer.valueOf(place);
        var parent = document.at(pointer.head());
        var node = Schemes.json(value.replace('\'', '"'));
        if (parent instanceof ArrayNode array) {
            array.set(pointer.last().getMatchingIndex(), node);
        } else {
            ((ObjectNode) parent).set(pointer.last().getMatchingProperty(), node);
        }
    }

    static ObjectNode object(String text) {
        return (ObjectNode) Schemes.json(text.replace('\'', '"'));
    }

    static List<String> places(JsonNode node, String pointer) {
        var places = new ArrayList<String>();
        if (node instanceof ObjectNode object) {
            object.properties()
                    .forEach(field -> {
                        var place = pointer + "/" + field.getKey();
                        places.add(place);
                        places.addAll(places(field.getValue(), place));
                    });
        } else if (node instanceof ArrayNode array) {
            for (var i = 0; i < array.size(); i++) {
                places.addAll(places(array.get(i), pointer + "/" + i));
            }
        }
        return places;
    }
}
