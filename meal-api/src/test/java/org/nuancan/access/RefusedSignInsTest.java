package org.nuancan.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.nuancan.access.user.UserService;
import org.nuancan.db.Sql;
import org.nuancan.db.Transactions;
import org.nuancan.http.ServerUnderTest;

/// The audit log has failed sign-ins, without the typed password, and they do not fill it.
class RefusedSignInsTest {

    private static final ServerUnderTest SERVER = ServerUnderTest.start(Map.of());

    private static int signIn(String name, String password) {
        return SERVER.anonymous()
                .post("/login", Map.of("username", name, "password", password))
                .status();
    }

    private static List<String> refused() {
        return SERVER.bean(Transactions.class)
                .reading(connection ->
                        Sql.on(
                                        connection,
                                        """
                                        select concat(acted_by, ' ', subject, ' ', detail) as entry
                                          from audit_entry
                                         where area = 'SIGN_IN' and act = 'SIGN_IN_REFUSED'
                                         order by entry_id
                                        """)
                                .list(row -> row.text("entry").strip()));
    }

    @Test
    void a_wrong_password_is_logged_once_a_minute_and_unknown_names_share_one_entry() {
        var name = ServerUnderTest.unique("refused");
        SERVER.bean(UserService.class)
                .create(name, "right-pass", Role.CITY_ADMIN, ScopeWords.city());

        for (var times = 0; times < 5; times++) {
            assertThat(signIn(name, "wrong-" + times)).isEqualTo(401);
            assertThat(signIn("11010519491231002X", "secret-" + times)).isEqualTo(401);
            assertThat(signIn("nobody-" + times, "secret")).isEqualTo(401);
        }

        assertThat(refused())
                .containsExactly("%s account %s".formatted(name, name), "unknown unknown");
        assertThat(signIn(name, "right-pass")).isEqualTo(200);
        assertThat(refused()).hasSize(2);
    }
}
