package org.nuancan.finance.check;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nuancan.access.Role;
import org.nuancan.access.ScopeWords;
import org.nuancan.db.Sql;
import org.nuancan.db.Transactions;
import org.nuancan.finance.Bookkeeper;
import org.nuancan.http.Client;
import org.nuancan.http.Reply;
import org.nuancan.http.ServerUnderTest;

/// How strict the checks are: seen and set by a district, from a day on.
class CheckParametersOverHttpTest {

    private static final ServerUnderTest SERVER = ServerUnderTest.start(Map.of());
    private static final String DISTRICT = "110105";
    private static final Client OFFICER =
            SERVER.as(Role.DISTRICT_OFFICER, ScopeWords.district(DISTRICT));

    @BeforeEach
    void noon() {
        new Bookkeeper(SERVER).clock("2026-11-18T12:00:00+08:00");
    }

    private static Reply set(
            Client caller, String district, String name, String from, String value) {
        return caller.post(
                "/v1/check-parameters",
                """
                {"code": "FLAT_COUNTS", "districtCode": %s, "name": "%s", "from": "%s", "value": %s}
                """
                        .formatted(
                                district.isEmpty() ? "null" : '"' + district + '"',
                                name,
                                from,
                                value));
    }

    private static List<String> seen(Client caller) {
        var seen = new java.util.ArrayList<String>();
        for (JsonNode item : caller.get("/v1/check-parameters").at("/items")) {
            if (item.at("/code").asText().equals("FLAT_COUNTS")
                    && item.at("/name").asText().equals("permille")) {
                seen.add(
                        "%s %s %d"
                                .formatted(
                                        item.at("/districtCode").asText(),
                                        item.at("/from").asText(),
                                        item.at("/value").asLong()));
            }
        }
        return seen;
    }

    @Test
    void a_district_sees_everybodys_values_and_its_own_and_no_others() {
        var other = SERVER.as(Role.DISTRICT_OFFICER, ScopeWords.district("110101"));
        assertThat(set(OFFICER, DISTRICT, "permille", "2026-11-19", "25").status()).isEqualTo(201);
        assertThat(set(OFFICER, DISTRICT, "permille", "2026-11-19", "30").status()).isEqualTo(201);
        assertThat(set(other, "110101", "permille", "2026-12-01", "5").status()).isEqualTo(201);

        assertThat(seen(OFFICER)).containsExactly("null 2022-01-01 15", "110105 2026-11-19 30");
        assertThat(seen(SERVER.as(Role.AUDITOR)))
                .containsExactly(
                        "null 2022-01-01 15", "110101 2026-12-01 5", "110105 2026-11-19 30");
        assertThat(history())
                .containsExactly(
                        "FLAT_COUNTS permille: 110105 from 2026-11-19: 25",
                        "FLAT_COUNTS permille: 110105 from 2026-11-19: 30",
                        "FLAT_COUNTS permille: 110101 from 2026-12-01: 5");
    }

    private static List<String> history() {
        return SERVER.bean(Transactions.class)
                .reading(connection ->
                        Sql.on(
                                        connection,
                                        """
                                        select concat(subject, ': ',
                                                      regexp_replace(detail, '^sm3:[0-9a-f]+ ', ''))
                                               as told
                                          from audit_entry
                                         where area = 'CHECK' and subject = 'FLAT_COUNTS permille'
                                         order by entry_id
                                        """)
                                .list(row -> row.text("told")));
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "110101, permille, 2026-11-19, 1, 403",
                "'', permille, 2026-11-19, 1, 403",
                "110105, permille, 2026-11-18, 1, 400",
                "110105, permille, 2020-01-01, 1, 400",
                "110105, nothing, 2026-11-19, 1, 400",
                "110105, permille, 2026-11-19, -1, 400",
                "110105, permille, 2026-11-19, 1000001, 400",
                "110105, permille, 2026-11-19, 1.5, 400",
                "110105, permille, 2026-11-19, null, 400",
                "110105, holds, 2026-11-19, 2, 400",
                "110105, days, 2026-11-19, 0, 400",
                "110105, days, 2026-11-19, 367, 400",
                "110105, holds, 2026-11-19, 1, 201"
            })
    void impossible_values_are_refused(
            String district, String name, String from, String value, int status) {
        var reply = set(OFFICER, district, name, from, value);

        assertThat(reply.status()).as(reply.toString()).isEqualTo(status);
    }

    @Test
    void the_city_sets_everybodys() {
        assertThat(set(SERVER.as(Role.CITY_ADMIN), "", "atLeastDays", "2026-11-20", "9").status())
                .isEqualTo(201);
        assertThat(
                        set(
                                        SERVER.as(
                                                Role.DISTRICT_FINANCE,
                                                ScopeWords.district(DISTRICT)),
                                        DISTRICT,
                                        "atLeastDays",
                                        "2026-11-20",
                                        "9")
                                .status())
                .isEqualTo(403);
    }
}
