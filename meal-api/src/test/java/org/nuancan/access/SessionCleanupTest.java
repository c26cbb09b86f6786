package org.nuancan.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.nuancan.access.attempt.KnownAddressService;
import org.nuancan.access.password.Passwords;
import org.nuancan.access.session.SessionCleanupJob;
import org.nuancan.access.user.UserService;
import org.nuancan.db.Sql;
import org.nuancan.db.Transactions;
import org.nuancan.http.ServerUnderTest;

/// What the scheduled methods delete, and what they leave.
class SessionCleanupTest {

    private static final ServerUnderTest SERVER = ServerUnderTest.get();

    @Test
    void a_pair_is_kept_for_the_grace_and_no_longer() {
        var older = usedToken();
        var newer = usedToken();
        change("update refresh_token set used_at = used_at - interval 61 second", older);

        SERVER.bean(SessionCleanupJob.class).removePairs();

        assertThat(isThere("successor is null", older)).isTrue();
        assertThat(isThere("successor is not null", newer)).isTrue();
    }

    @Test
    void sign_ins_are_deleted_with_their_tokens_after_their_end() {
        var ended = usedToken();
        var open = usedToken();
        change(
                """
                update refresh_token t join token_family f on f.family_id = t.family_id
                   set f.ends_at = f.ends_at - interval 8 day
                """,
                ended);

        SERVER.bean(SessionCleanupJob.class).deleteEnded();

        assertThat(isThere("1 = 1", ended)).isFalse();
        assertThat(isThere("1 = 1", open)).isTrue();
    }

    @Test
    void revocations_are_deleted_after_their_end() {
        insertRevocation("name:ended", -1);
        insertRevocation("name:open", 1);

        SERVER.bean(SessionCleanupJob.class).deleteEnded();

        assertThat(isRevoked("name:ended")).isFalse();
        assertThat(isRevoked("name:open")).isTrue();
    }

    @Test
    void addresses_are_deleted_after_ninety_days() {
        var older = signIn();
        var newer = signIn();
        lastSignIn(older, 91);
        lastSignIn(newer, 89);

        SERVER.bean(KnownAddressService.class).deleteOld();

        assertThat(hasAddress(older)).isFalse();
        assertThat(hasAddress(newer)).isTrue();
    }

    /// @return the name of a user who signed in
    private static String signIn() {
        var name = user();
        assertThat(login(name)).isNotBlank();
        return name;
    }

    /// @return the hash of a refresh token that was used now
    private static String usedToken() {
        var token = login(user());
        var renewed =
                SERVER.anonymous()
                        .postForm(
                                "/oauth/access_token",
                                "grant_type=refresh_token&refresh_token=" + token);
        assertThat(renewed.status()).isEqualTo(200);
        return Passwords.digest(token);
    }

    private static String user() {
        var name = ServerUnderTest.unique("cleanup");
        SERVER.bean(UserService.class)
                .create(name, "a-password", Role.CITY_ADMIN, ScopeWords.city());
        return name;
    }

    private static String login(String name) {
        return SERVER.anonymous()
                .post("/login", Map.of("username", name, "password", "a-password"))
                .text("/refresh_token");
    }

    private static void change(String update, String tokenHash) {
        run(update + " where token_hash = ?", tokenHash);
    }

    private static void lastSignIn(String name, int days) {
        run(
                "update sign_in_address set last_at = last_at - interval ? day where name = ?",
                days,
                name);
    }

    private static void insertRevocation(String subject, int days) {
        run(
                """
                insert into revocation (subject, epoch, ends_at)
                values (?, 1, utc_timestamp(6) + interval ? day)
                """,
                subject,
                days);
    }

    private static void run(String text, Object... values) {
        var _ =
                SERVER.bean(Transactions.class)
                        .inOne(connection -> Sql.on(connection, text).with(values).run());
    }

    private static boolean isThere(String condition, String tokenHash) {
        return exists(
                "select token_hash from refresh_token where " + condition + " and token_hash = ?",
                tokenHash);
    }

    private static boolean isRevoked(String subject) {
        return exists("select subject from revocation where subject = ?", subject);
    }

    private static boolean hasAddress(String name) {
        return exists("select name from sign_in_address where name = ?", name);
    }

    private static boolean exists(String text, String key) {
        return SERVER.bean(Transactions.class)
                .reading(connection -> Sql.on(connection, text).with(key).exists());
    }
}
