package org.nuancan.policy.document;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class CaseDocumentTest {

    private static ObjectNode example() {
        return Malformed.object(
                """
                {"elder": {"birthDate": "1950-03-02",
                           "household": {"kind": "LOCAL", "division": "110105012"},
                           "residenceDivision": "110105012", "categories": ["DISABLED"],
                           "careGrade": 0, "stays": [{"from": "2026-11-01", "to": null}],
                           "status": "ACTIVE", "deceasedOn": null},
                 "site": {"division": "110105012", "type": "STATION", "grade": 2, "listed": true},
                 "meal": {"serviceDate": "2026-11-18", "slot": "LUNCH", "fulfilment": "DINE_IN",
                          "grossFen": 1800, "billFen": 1700},
                 "used": [{"code": "A", "on": "ELDER", "per": "DAY", "meals": 1, "fen": 500}],
                 "mealsThatDay": 0,
                 "calendar": {"2026-10-10": true}}
                """);
    }

    @Test
    void the_facts_of_a_case_are_read() {
        assertThat(Malformed.named(CaseDocument.read(example(), "", Set.of()))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "/elder | null | /elder VALUE_MISSING",
                "/elder/birthDate | '1950-02-30' | /elder/birthDate DATE_INVALID",
                "/elder/household/kind | 'X' | /elder/household/kind VALUE_UNKNOWN",
                "/elder/household/division | '1' | /elder/household/division DIVISION_INVALID",
                "/elder/categories | ['POOR'] | /elder/categories/0 VALUE_UNKNOWN",
                "/elder/careGrade | 7 | /elder/careGrade NUMBER_OUT_OF_RANGE",
                "/elder/careGrade | -1 | /elder/careGrade NUMBER_OUT_OF_RANGE",
                "/elder/stays | [{'to':null}] | /elder/stays/0/from FIELD_MISSING",
                "/elder/status | 'DEAD' | /elder/status VALUE_UNKNOWN",
                "/elder/name | 'x' | /elder/name FIELD_UNKNOWN",
                "/site/type | 'KIOSK' | /site/type VALUE_UNKNOWN",
                "/site/grade | 6 | /site/grade NUMBER_OUT_OF_RANGE",
                "/site/listed | 'yes' | /site/listed TYPE_WRONG",
                "/meal/grossFen | 1000000001 | /meal/grossFen NUMBER_OUT_OF_RANGE",
                "/meal/billFen | -1 | /meal/billFen NUMBER_OUT_OF_RANGE",
                "/meal/billFen | 1801 | /meal/billFen BILL_ABOVE_GROSS",
                "/meal/billFen | '1800' | /meal/billFen TYPE_WRONG",
                "/meal/billFen | 1e3 | /meal/billFen NUMBER_NOT_WHOLE",
                "/used/0/on | 'X' | /used/0/on VALUE_UNKNOWN",
                "/used/0/meals | -1 | /used/0/meals NUMBER_OUT_OF_RANGE",
                "/used | {} | /used TYPE_WRONG",
                "/mealsThatDay | -1 | /mealsThatDay NUMBER_OUT_OF_RANGE",
                "/calendar/10.10. | true | /calendar/10.10. DATE_INVALID",
                "/calendar/2026-10-10 | 'yes' | /calendar/2026-10-10 TYPE_WRONG",
                "/calendar | [] | /calendar TYPE_WRONG",
                "/name | 'x' | /name FIELD_UNKNOWN",
            })
    void a_fact_that_is_wrong_is_named_with_its_place(String place, String value, String fault) {
        assertThat(Malformed.named(CaseDocument.read(changed(place, value), "", Set.of())))
                .containsExactly(fault);
    }

    static Stream<String> fields() {
        return Malformed.places(example(), "").stream()
                .filter(place -> !place.matches("/calendar/.*|/elder/stays/0/to"));
    }

    @ParameterizedTest
    @org.junit.jupiter.params.provider.MethodSource("fields")
    void every_fact_must_be_there(String place) {
        var document = example();
        var pointer = JsonPointer.valueOf(place);
        ((ObjectNode) document.at(pointer.head())).remove(pointer.last().getMatchingProperty());

        assertThat(Malformed.named(CaseDocument.read(document, "", Set.of())))
                .containsExactly(place + " FIELD_MISSING");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[{'from':'2026-11-01'}]", "[{'from':'2026-11-01','to':null}]"})
    void a_stay_may_be_open(String stays) {
        var facts = Read.good(CaseDocument.read(changed("/elder/stays", stays), "", Set.of()));

        assertThat(facts.elder().isInInstitutionOn(java.time.LocalDate.of(2030, 1, 1))).isTrue();
    }

    @Test
    void fields_that_are_read_elsewhere_can_be_let_through() {
        var document = changed("/name", "'a case'");

        assertThat(Malformed.named(CaseDocument.read(document, "", Set.of("name")))).isEmpty();
    }

    private static ObjectNode changed(String place, String value) {
        var document = example();
        Malformed.change(document, place, value);
        return document;
    }
}
