package org.nuancan.provider.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.nuancan.provider.Filing.made;
import static org.nuancan.provider.Filing.provider;
import static org.nuancan.provider.Filing.site;

import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nuancan.access.Role;
import org.nuancan.access.ScopeWords;
import org.nuancan.http.Client;
import org.nuancan.http.ServerUnderTest;

/// Sites over HTTP.
class SitesOverHttpTest {

    private static final ServerUnderTest SERVER = ServerUnderTest.get();

    private final Client city = SERVER.as(Role.CITY_ADMIN);
    private final Client chaoyang = SERVER.as(Role.DISTRICT_OFFICER, ScopeWords.district("110105"));
    private final Client dongcheng =
            SERVER.as(Role.DISTRICT_OFFICER, ScopeWords.district("110101"));

    @Test
    void a_site_is_taken_on_file_changed_and_refused_once_its_version_is_stale() {
        var provider = made(chaoyang.post("/v1/providers", provider("110105")), "/providerId");
        var site = chaoyang.post("/v1/sites", site(provider, "110105012"));
        assertThat(site.status()).isEqualTo(201);
        assertThat(site.number("/version")).isEqualTo(1);
        assertThat(site.at("/listedTo").isNull()).isTrue();
        assertThat(site.at("/latitude").doubleValue()).isEqualTo(39.948213);
        var path = "/v1/sites/" + site.text("/siteId");
        assertThat(city.get(path).json()).isEqualTo(site.json());

        var ended = chaoyang.patch(path, "{\"version\": 1, \"listedTo\": \"2026-12-31\"}");
        var stale = city.patch(path, "{\"version\": 1, \"grade\": 5}");
        var opened =
                city.patch(
                        path,
                        "{\"version\": 2, \"listedTo\": null, \"grade\": 5, \"division\": \"110105013\"}");

        assertThat(ended.status()).isEqualTo(200);
        assertThat(ended.text("/listedTo")).isEqualTo("2026-12-31");
        assertThat(ended.number("/grade")).isEqualTo(2);
        assertThat(stale.status()).isEqualTo(409);
        assertThat(stale.code()).isEqualTo("STALE_VERSION");
        assertThat(opened.at("/listedTo").isNull()).isTrue();
        assertThat(opened.number("/grade")).isEqualTo(5);
        assertThat(opened.text("/division")).isEqualTo("110105013");
        assertThat(opened.number("/version")).isEqualTo(3);
        assertThat(dongcheng.get(path).status()).isEqualTo(404);
        assertThat(dongcheng.patch(path, "{\"version\": 3}").status()).isEqualTo(404);
    }

    @Test
    void of_twenty_changes_to_one_version_at_once_exactly_one_is_done() throws Exception {
        var provider = made(city.post("/v1/providers", provider("110105")), "/providerId");
        var path =
                "/v1/sites/" + made(city.post("/v1/sites", site(provider, "110105012")), "/siteId");
        var changes =
                IntStream.range(0, 20)
                        .mapToObj(seats ->
                                (Callable<Integer>)
                                        () ->
                                                city.patch(
                                                                path,
                                                                Map.of(
                                                                        "version", 1, "seats",
                                                                        seats))
                                                        .status())
                        .toList();

        try (var at = Executors.newVirtualThreadPerTaskExecutor()) {
            var statuses = at.invokeAll(changes).stream().map(done -> done.resultNow()).toList();
            assertThat(statuses).filteredOn(status -> status == 200).hasSize(1);
            assertThat(statuses).filteredOn(status -> status == 409).hasSize(19);
        }
        assertThat(city.get(path).number("/version")).isEqualTo(2);
    }

    @Test
    void a_site_lies_in_its_providers_district() {
        var provider = made(city.post("/v1/providers", provider("110105")), "/providerId");

        var elsewhere = city.post("/v1/sites", site(provider, "110101001"));

        assertThat(elsewhere.status()).isEqualTo(422);
        assertThat(elsewhere.code()).isEqualTo("SITE_NOT_IN_DISTRICT");
        var site = made(city.post("/v1/sites", site(provider, "110105001")), "/siteId");
        var moved = city.patch("/v1/sites/" + site, "{\"version\":1,\"division\":\"110101001\"}");
        assertThat(moved.code()).isEqualTo("SITE_NOT_IN_DISTRICT");
        assertThat(city.post("/v1/sites", site("1", "110105001")).status()).isEqualTo(404);
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            delimiter = ';',
            textBlock =
                    """
                    "110105012"; "110105"; /division
                    "STATION"; "TENT"; /type
                    "grade": 2; "grade": 6; /grade
                    "grade": 2; "grade": -1; /grade
                    "grade": 2; "grade": 2.0; /grade
                    "grade": 2; "grade": "2"; /grade
                    "grade": 2; "grade": null; /grade
                    "2022-04-01"; "2022-02-30"; /listedFrom
                    "2022-04-01"; "+12022-04-01"; /listedFrom
                    "listedTo": null; "listedTo": "2022-03-31"; /listedTo
                    39.948213; 90.1; /latitude
                    39.948213; "39.9"; /latitude
                    116.471908; -180.5; /longitude
                    "seats": 48; "seats": -1; /seats
                    "dailyCapacity": 160; "dailyCapacity": 1000001; /dailyCapacity
                    "枣营路 29 号"; ""; /address
                    "枣营路驿站"; ""; /name
                    """)
    void a_site_that_is_faulty_is_refused_with_the_place_of_the_fault(
            String good, String bad, String pointer) {
        var provider = made(city.post("/v1/providers", provider("110105")), "/providerId");

        var refused = city.post("/v1/sites", site(provider, "110105012").replace(good, bad));

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.code()).isEqualTo("REQUEST_INVALID");
        assertThat(refused.at("/errors").findValuesAsText("pointer")).contains(pointer);
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            delimiter = ';',
            textBlock =
                    """
                    {"grade": 3}; /version
                    {"version": "1"}; /version
                    {"version": 1, "listedTo": 20261231}; /listedTo
                    {"version": 1, "listedTo": "soon"}; /listedTo
                    {"version": 1, "listedTo": "2022-03-31"}; /listedTo
                    {"version": 1, "name": " "}; /name
                    {"version": 1, "grade": 9}; /grade
                    {"version": 1, "providerId": "7"}; /providerId
                    """)
    void a_change_that_is_faulty_is_refused_with_the_place_of_the_fault(
            String change, String pointer) {
        var provider = made(city.post("/v1/providers", provider("110105")), "/providerId");
        var site = made(city.post("/v1/sites", site(provider, "110105012")), "/siteId");

        var refused = city.patch("/v1/sites/" + site, change);

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.at("/errors").findValuesAsText("pointer")).contains(pointer);
        assertThat(city.get("/v1/sites/" + site).number("/version")).isEqualTo(1);
    }

    @Test
    void sites_are_listed_by_provider_and_area() {
        var provider = made(city.post("/v1/providers", provider("110105")), "/providerId");
        var other = made(city.post("/v1/providers", provider("110105")), "/providerId");
        var here = made(city.post("/v1/sites", site(provider, "110105012")), "/siteId");
        var there = made(city.post("/v1/sites", site(provider, "110105013")), "/siteId");
        var _ = made(city.post("/v1/sites", site(other, "110105012")), "/siteId");

        var listed = chaoyang.get("/v1/sites?providerId=" + provider);

        assertThat(listed.at("/items").findValuesAsText("siteId")).containsExactly(here, there);
        assertThat(dongcheng.get("/v1/sites?providerId=" + provider).at("/items")).isEmpty();
    }
}
