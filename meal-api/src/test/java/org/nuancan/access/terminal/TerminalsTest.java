package org.nuancan.access.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.nuancan.access.Later;
import org.nuancan.access.Premises;
import org.nuancan.access.Role;
import org.nuancan.access.ScopeWords;
import org.nuancan.db.Sql;
import org.nuancan.db.Transactions;
import org.nuancan.http.Client;
import org.nuancan.http.Reply;
import org.nuancan.http.ServerUnderTest;

class TerminalsTest {

    private static final ServerUnderTest SERVER = ServerUnderTest.get();
    private static final Premises HERE = Premises.in(SERVER, "110105012");
    private static final Premises THERE = Premises.in(SERVER, "110105012");
    private static final Client MANAGER =
            SERVER.as(Role.PROVIDER_MANAGER, ScopeWords.provider(HERE.providerId()));

    @Test
    void a_terminal_is_made_activated_once_and_signs_in() {
        var made = make(MANAGER, HERE);
        assertThat(made.status()).as(made.toString()).isEqualTo(201);
        var terminalId = made.text("/terminalId");

        var activated = activate(terminalId, made.text("/activationCode"));

        assertThat(activated.status()).as(activated.toString()).isEqualTo(200);
        var session = login(terminalId, activated.text("/secret"));
        assertThat(session.at("/roles").toString()).isEqualTo("[\"POS_TERMINAL\"]");
        assertThat(SERVER.bean(TerminalKeyService.class).signingKey(terminalId))
                .hasValue(activated.text("/signingKey"));
        assertThat(activate(terminalId, made.text("/activationCode")).status()).isEqualTo(401);
        assertThat(login(terminalId, activated.text("/secret")).status()).isEqualTo(200);
    }

    @Test
    void a_wrong_code_an_unknown_terminal_and_an_old_code_are_refused_alike() {
        var made = make(MANAGER, HERE);
        var terminalId = made.text("/terminalId");

        assertThat(activate(terminalId, "WRONG").code()).isEqualTo("INVALID_CREDENTIALS");
        assertThat(activate("1", "WRONG").code()).isEqualTo("INVALID_CREDENTIALS");
        assertThat(activate("终端", "WRONG").code()).isEqualTo("REQUEST_INVALID");
        letTheCodeGetOld(terminalId);
        assertThat(activate(terminalId, made.text("/activationCode")).code())
                .isEqualTo("INVALID_CREDENTIALS");
    }

    @Test
    void many_wrong_codes_are_429_and_the_right_one_waits_too() {
        var made = make(MANAGER, HERE);
        var terminalId = made.text("/terminalId");
        var last = activate(terminalId, "WRONG");
        for (var i = 0; i < 10; i++) {
            last = activate(terminalId, "WRONG");
        }

        assertThat(last.status()).isEqualTo(429);
        assertThat(last.header("Retry-After")).isPresent();
        assertThat(activate(terminalId, made.text("/activationCode")).status()).isEqualTo(429);
    }

    @Test
    void before_it_is_activated_a_terminal_cannot_sign_in() {
        var made = make(MANAGER, HERE);

        assertThat(login(made.text("/terminalId"), made.text("/activationCode")).status())
                .isEqualTo(401);
    }

    @Test
    void a_disabled_terminal_is_out() {
        var name = ServerUnderTest.unique("till-out");
        var _ =
                SERVER.bean(TerminalActivationService.class)
                        .createActivated(name, HERE.siteId(), "a", "a-secret");
        var till = SERVER.signedIn(name, "a-secret");
        assertThat(till.get("/v1/pos/checkouts").status()).isEqualTo(200);

        var disabled = MANAGER.post("/v1/terminals/" + name + "/disable");

        assertThat(disabled.status()).isEqualTo(200);
        assertThat(disabled.at("/disabledAt").isNull()).isFalse();
        Later.eventually(() -> till.get("/v1/pos/checkouts").status() == 401);
        assertThat(login(name, "a-secret").status()).isEqualTo(401);
    }

    @Test
    void terminals_of_another_provider_are_not_there() {
        var theirs = make(SERVER.as(Role.CITY_ADMIN), THERE).text("/terminalId");

        assertThat(make(MANAGER, THERE).status()).isEqualTo(404);
        assertThat(MANAGER.post("/v1/terminals/" + theirs + "/disable").status()).isEqualTo(404);
        assertThat(MANAGER.get("/v1/sites/" + THERE.siteId() + "/terminals").status())
                .isEqualTo(404);
        assertThat(MANAGER.get("/v1/sites/" + HERE.siteId() + "/terminals?limit=500").body())
                .doesNotContain(theirs);
        assertThat(MANAGER.get("/v1/sites/nonsense/terminals").status()).isEqualTo(404);
    }

    private static Reply make(Client by, Premises premises) {
        return by.post("/v1/sites/" + premises.siteId() + "/terminals", Map.of("label", "收银台一"));
    }

    private static Reply activate(String terminalId, String code) {
        return SERVER.anonymous()
                .post(
                        "/v1/terminals/activate",
                        Map.of("terminalId", terminalId, "activationCode", code));
    }

    private static Reply login(String name, String password) {
        return SERVER.anonymous().post("/login", Map.of("username", name, "password", password));
    }

    private static void letTheCodeGetOld(String terminalId) {
        var _ =
                SERVER.bean(Transactions.class)
                        .inOne(connection ->
                                Sql.on(
                                                connection,
                                                """
                                                update terminal
                                                set activation_until =
                                                    date_sub(activation_until, interval 25 hour)
                                                where terminal_id = ?
                                                """)
                                        .with(terminalId)
                                        .run());
    }
}
