package org.nuancan.console.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.nuancan.console.FakeMealApi;
import org.nuancan.console.api.MealApi;
import org.nuancan.console.session.Renewal.GoesOn;
import org.nuancan.console.session.Renewal.Over;
import org.nuancan.console.session.Renewal.Unknown;

class SessionsTest {

    private static final Instant NOW = Instant.parse("2026-11-18T04:00:00Z");
    private static final String RENEW = "POST /oauth/access_token";

    private final FakeMealApi api = FakeMealApi.start();
    private final Sessions sessions =
            new Sessions(new MealApi(api.address()), () -> NOW, Duration.ofMinutes(30));

    @AfterEach
    void stop() {
        api.close();
    }

    @Test
    void a_session_with_time_left_is_not_renewed() {
        var session = session("access-1", "refresh-1", 31);

        assertThat(sessions.current(session)).isEqualTo(new GoesOn(session));
        assertThat(api.renewals()).isZero();
    }

    @Test
    void fifty_requests_at_once_renew_once_and_all_go_on_with_the_new_tokens() throws Exception {
        api.answer(RENEW, 200, FakeMealApi.tokens("access-2", "refresh-2", "CITY_ADMIN", 900));
        var old = session("access-1", "refresh-1", 5);
        List<Callable<Renewal>> requests = new ArrayList<>();
        for (int request = 0; request < 50; request++) {
            requests.add(() -> sessions.current(old));
        }

        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var answer : threads.invokeAll(requests)) {
                assertThat(answer.get())
                        .isInstanceOfSatisfying(
                                GoesOn.class,
                                on -> assertThat(on.session().accessToken()).isEqualTo("access-2"));
            }
        }
        assertThat(api.renewals()).isEqualTo(1);
    }

    @Test
    void a_browser_that_never_got_the_new_cookie_is_led_to_the_tokens_it_missed() {
        api.answer(RENEW, 200, FakeMealApi.tokens("access-2", "refresh-2", "CITY_ADMIN", 900));
        var old = session("access-1", "refresh-1", 5);
        var first = sessions.current(old);
        api.answer(RENEW, 400, FakeMealApi.problem(400, "INVALID_GRANT", "已用过", "请登录。"));

        assertThat(sessions.current(old)).isEqualTo(first);
        assertThat(api.renewals()).isEqualTo(1);
    }

    @Test
    void a_spent_or_revoked_refresh_token_ends_the_session() {
        api.answer(RENEW, 400, FakeMealApi.problem(400, "INVALID_GRANT", "已失效", "请登录。"));

        assertThat(sessions.current(session("access-1", "refresh-1", 5))).isEqualTo(new Over());
    }

    @Test
    void a_busy_service_ends_no_session_and_the_renewal_is_tried_again() {
        api.answer(RENEW, 503, FakeMealApi.problem(503, "BUSY", "系统繁忙", "请稍后重试。"));
        var alive = session("access-1", "refresh-1", 5);
        var expired = session("access-1", "refresh-2", -1);

        assertThat(sessions.current(alive)).isEqualTo(new GoesOn(alive));
        assertThat(sessions.current(expired)).isEqualTo(new Unknown());

        api.answer(RENEW, 200, FakeMealApi.tokens("access-3", "refresh-3", "CITY_ADMIN", 900));
        assertThat(sessions.current(expired)).isInstanceOf(GoesOn.class);
    }

    @Test
    void a_session_ends_when_it_was_not_used_for_the_time_that_is_set() {
        var fresh = session("access-1", "refresh-1", 900);
        var unused = fresh.seen(NOW.minus(Duration.ofMinutes(30)));

        assertThat(sessions.idleLeft(fresh)).isEqualTo(Duration.ofMinutes(30));
        assertThat(sessions.idleLeft(unused)).isZero();
        assertThat(sessions.used(unused).seenAt()).isEqualTo(NOW);
        assertThat(sessions.used(fresh)).isSameAs(fresh);
    }

    private static Session session(String access, String refresh, long secondsLeft) {
        return new Session(
                "canteen",
                List.of("CITY_ADMIN"),
                access,
                refresh,
                NOW.plusSeconds(secondsLeft - 30),
                NOW.plusSeconds(secondsLeft),
                NOW);
    }
}
