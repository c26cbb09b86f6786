package org.nuancan.provider.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.nuancan.access.Role;
import org.nuancan.access.ScopeWords;
import org.nuancan.finance.Bookkeeper;
import org.nuancan.http.Client;
import org.nuancan.http.Reply;
import org.nuancan.http.ServerUnderTest;

/// Money goes to another account only when two people want it so, and a day later.
class AccountChangesTest {

    private static final ServerUnderTest SERVER = ServerUnderTest.get();
    private static final Bookkeeper BOOKS = new Bookkeeper(SERVER);
    private static final String DISTRICT = "110321";

    @AfterAll
    static void give_the_clock_back() {
        var _ = SERVER.as(Role.CITY_ADMIN).put("/test/clock", "{\"now\": null}");
    }

    private static Client officer() {
        return SERVER.as(Role.DISTRICT_OFFICER, ScopeWords.district(DISTRICT));
    }

    private static String path(String provider) {
        return "/v1/providers/" + provider + "/bank-account-changes";
    }

    private static Reply ask(Client caller, String provider) {
        return caller.withNewKey()
                .post(
                        path(provider),
                        Map.of(
                                "name",
                                "新账户",
                                "number",
                                "99887766554433",
                                "bankCode",
                                "104100000004"));
    }

    private static String account(String provider) {
        return officer().get("/v1/providers/" + provider).text("/bankAccount/number");
    }

    @Test
    void a_change_needs_a_second_person_and_is_good_after_24_hours() {
        BOOKS.clock("2026-11-18T12:00:00+08:00");
        var provider = BOOKS.canteen(DISTRICT + "001").providerId();
        var manager =
                SERVER.as(Role.PROVIDER_MANAGER, ScopeWords.provider(Long.parseLong(provider)));

        var asked = ask(manager, provider);
        assertThat(asked.status()).as(asked.toString()).isEqualTo(201);
        assertThat(asked.text("/state")).isEqualTo("WAITS");
        assertThat(asked.body()).doesNotContain("99887766554433");
        assertThat(ask(officer(), provider).code()).isEqualTo("ACCOUNT_CHANGE_PENDING");
        var confirm = path(provider) + "/" + asked.text("/changeId") + "/confirm";
        assertThat(manager.post(confirm).status()).isEqualTo(403);

        var confirmed = officer().post(confirm);
        assertThat(confirmed.status()).as(confirmed.toString()).isEqualTo(200);
        assertThat(confirmed.text("/state")).isEqualTo("CONFIRMED");
        assertThat(officer().post(confirm).code()).isEqualTo("UNUSABLE");
        BOOKS.clock("2026-11-19T11:59:00+08:00");
        assertThat(account(provider)).endsWith("2345");
        BOOKS.clock("2026-11-19T12:05:00+08:00");
        assertThat(account(provider)).endsWith("4433");
        assertThat(officer().get(path(provider)).text("/items/0/state")).isEqualTo("GOOD");
        var withdraw = path(provider) + "/" + asked.text("/changeId") + "/withdraw";
        assertThat(officer().post(withdraw).code()).isEqualTo("UNUSABLE");
    }

    @Test
    void who_asked_does_not_confirm_and_a_change_can_be_stopped_in_time() {
        BOOKS.clock("2026-11-18T12:00:00+08:00");
        var provider = BOOKS.canteen(DISTRICT + "001").providerId();
        var asked = ask(officer(), provider);
        var change = path(provider) + "/" + asked.text("/changeId");

        assertThat(officer().post(change + "/confirm").code()).isEqualTo("ACCOUNT_SECOND_PERSON");
        assertThat(SERVER.as(Role.CITY_ADMIN).post(change + "/confirm").status()).isEqualTo(200);
        assertThat(officer().post(change + "/withdraw").text("/state")).isEqualTo("WITHDRAWN");
        BOOKS.clock("2026-11-20T12:00:00+08:00");
        assertThat(account(provider)).endsWith("2345");
        assertThat(ask(officer(), provider).status()).isEqualTo(201);
        var other = SERVER.as(Role.DISTRICT_OFFICER, ScopeWords.district("110322"));
        assertThat(other.get(path(provider)).status()).isEqualTo(404);
        assertThat(ask(other, provider).status()).isEqualTo(404);
        assertThat(officer().post(path(provider) + "/1/confirm").status()).isEqualTo(404);
    }
}
