package org.nuancan.policy.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.nuancan.policy.document.Malformed.LIMIT;
import static org.nuancan.policy.document.Malformed.change;
import static org.nuancan.policy.document.Malformed.changed;
import static org.nuancan.policy.document.Malformed.example;
import static org.nuancan.policy.document.Malformed.faults;
import static org.nuancan.policy.document.Malformed.listed;
import static org.nuancan.policy.document.Malformed.named;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The section "Malformed" of the design page: fields that depend on each other, and the form of
/// the faults.
class MalformedRulesTest {

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
    void the_provider_bears_grants_to_the_diner_only(String side, String fault) {
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
    void only_an_object_is_a_policy() {
        assertThat(named(PolicyDocument.read(Schemes.json("[]"), "")))
                .containsExactly(" TYPE_WRONG");
        assertThat(named(PolicyDocument.readAll(Schemes.json("{}"), "/policies")))
                .containsExactly("/policies TYPE_WRONG");
        assertThat(named(PolicyDocument.readAll(Schemes.json("[1]"), "/policies")))
                .containsExactly("/policies/0 TYPE_WRONG");
    }

    @Test
    void a_fault_has_a_text_in_chinese_and_english() {
        var faults = Read.faults(PolicyDocument.read(changed("/side", "'MINE'"), "/policies/3"));

        assertThat(faults)
                .containsExactly(
                        new Fault(
                                "/policies/3/side",
                                FaultCode.VALUE_UNKNOWN,
                                "未知的取值，可用：DINER, PROVIDER, DELIVERY",
                                "unknown value; there are: DINER, PROVIDER, DELIVERY"));
    }
}
