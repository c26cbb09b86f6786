package org.nuancan.finance.policy;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nuancan.http.problem.ProblemException.Fault;
import org.nuancan.policy.document.PolicyDocument;

class DistrictsOwnTest {

    private static final String ANY = "\"within\": \"ANY\", \"of\": \"HOUSEHOLD\"";

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            delimiter = ';',
            textBlock =
                    """
                    110105; 110105; ``
                    110105012; 110105013; ``
                    110105; PROVIDER; ``
                    110105; CHARITY:麦子店; ``
                    11; 110105; /owner
                    110101; 110105; /owner
                    110105; 11; /funding/0/payer
                    110105; 110101; /funding/0/payer
                    110105; CITY; /funding/0/payer
                    110105; DISTRICT; /funding/0/payer
                    110105; STREET; /funding/0/payer
                    """)
    void a_district_decides_for_itself_and_at_its_own_cost(
            String owner, String payer, String fault) {
        assertThat(faults(owner, payer, "", ANY)).isEqualTo(fault);
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            delimiter = ';',
            textBlock =
                    """
                    {"householdIn": ["110105"]}; HOUSEHOLD; ``
                    {"householdIn": ["110105012", "110105013"], "minAge": 60}; HOUSEHOLD; ``
                    {"householdIn": ["110105", "110101"]}; HOUSEHOLD; /funding/0/payer
                    {"householdIn": ["11"]}; HOUSEHOLD; /funding/0/payer
                    {"householdIn": ["110105"]}, {"minAge": 80}; HOUSEHOLD; /funding/0/payer
                    {"residenceIn": ["110105"]}; RESIDENCE; ``
                    {"residenceIn": ["110105"]}; HOUSEHOLD; /funding/0/payer
                    """)
    void the_elders_district_pays_only_where_that_is_surely_this_one(
            String who, String of, String fault) {
        var where = "\"within\": \"ANY\", \"of\": \"%s\"".formatted(of);

        assertThat(faults("110105", "DISTRICT", who, where)).isEqualTo(fault);
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            delimiter = ';',
            textBlock =
                    """
                    DISTRICT; "110105"; ``
                    STREET; "110105012"; ``
                    DISTRICT; "110105", "110101"; /funding/0/payer
                    CITY; "110105"; /funding/0/payer
                    """)
    void an_elder_who_lives_beside_a_site_of_the_district_is_from_the_district(
            String within, String siteIn, String fault) {
        var where =
                "\"within\": \"%s\", \"of\": \"RESIDENCE\", \"siteIn\": [%s]"
                        .formatted(within, siteIn);

        assertThat(faults("110105", "DISTRICT", "", where)).isEqualTo(fault);
    }

    private static String faults(String owner, String payer, String who, String where) {
        var policy =
                PolicyDocument.parse(
                        """
                        {"code": "CY-1", "version": 1, "name": {"zh": "朝阳", "en": "Chaoyang"},
                         "owner": "%s", "effectiveFrom": "2026-12-01", "effectiveTo": null,
                         "side": "DINER", "payee": null, "group": null, "stage": 10, "priority": 100,
                         "who": [%s],
                         "where": {%s, "siteTypes": null, "minSiteGrade": 0, "listedOnly": true},
                         "when": {"slots": null, "weekdays": null, "calendar": "ANY"},
                         "how": null, "bill": null, "needsDinerGrant": false,
                         "amount": {"type": "FIXED", "fen": 300}, "limits": [],
                         "funding": [{"payer": "%s", "weight": 1}]}
                        """
                                .formatted(owner, who, where, payer));
        var faults = new DistrictsOwn("110105").faults(policy);
        return String.join(" ", faults.stream().map(Fault::pointer).toList());
    }
}
