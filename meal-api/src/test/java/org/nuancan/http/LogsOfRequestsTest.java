package org.nuancan.http;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.core.read.ListAppender;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.nuancan.access.Role;
import org.slf4j.LoggerFactory;

/// What a caller sends is in no log, at the level that production logs at.
class LogsOfRequestsTest {

    private static final ServerUnderTest SERVER = ServerUnderTest.get();
    private static final Client ANYBODY = SERVER.anonymous();

    /// Valid by GB 11643, and of no person.
    private static final String ID_NUMBER = "110105194910010015";

    private static final String SECRET = "s3cret-of-a-caller";

    @Test
    void a_form_that_is_not_written_as_one_is_400_and_its_body_is_in_no_log() {
        var log =
                logOf(() -> {
                    for (var broken : List.of("%zz", "%", "%e", "a=%f")) {
                        var form =
                                "grant_type=refresh_token&refresh_token=%s&id=%s&x=%s"
                                        .formatted(SECRET, ID_NUMBER, broken);
                        var refused = ANYBODY.postForm("/oauth/access_token", form);
                        assertThat(refused.status()).as(refused.toString()).isEqualTo(400);
                        assertThat(refused.header("Content-Type"))
                                .contains("application/problem+json");
                        assertThat(refused.body()).doesNotContain(SECRET, ID_NUMBER);
                    }
                });

        assertThat(log).noneMatch(line -> line.contains(SECRET) || line.contains(ID_NUMBER));
    }

    @Test
    void a_body_an_address_and_headers_that_are_refused_are_in_no_log() {
        var admin = SERVER.as(Role.CITY_ADMIN);
        var log =
                logOf(() -> {
                    for (var body :
                            List.of(
                                    "{\"words\": \"%s\"}".formatted(ID_NUMBER),
                                    "{\"words\": %s%s}".formatted(ID_NUMBER, SECRET),
                                    "{\"%s\": 1}".formatted(ID_NUMBER),
                                    "{\"words\": [\"%s\"".formatted(ID_NUMBER),
                                    "%s".formatted(ID_NUMBER))) {
                        assertThat(ANYBODY.post("/test-doors/texts", body).status()).isEqualTo(400);
                        assertThat(ANYBODY.post("/test-doors/meals", body).status()).isEqualTo(400);
                    }
                    for (var path :
                            List.of(
                                    "/v1/users/" + ID_NUMBER,
                                    "/v1/policies/" + ID_NUMBER + "/versions/1",
                                    "/v1/finance/balances?account=" + ID_NUMBER,
                                    "/v1/" + ID_NUMBER,
                                    "/test-doors/numbers?number=" + ID_NUMBER)) {
                        assertThat(admin.get(path).status()).as(path).isBetween(400, 404);
                    }
                    var key = ANYBODY.with("Idempotency-Key", "key-" + ID_NUMBER);
                    assertThat(key.post("/test-doors/orders", "{}").status()).isEqualTo(401);
                    assertThat(
                                    admin.with("Idempotency-Key", "key-" + ID_NUMBER)
                                            .post("/test-doors/orders", "{\"dish\": \"a\"}")
                                            .status())
                            .isEqualTo(400);
                    assertThat(ANYBODY.get("/test-doors/defect").status()).isEqualTo(500);
                });

        assertThat(log).noneMatch(line -> line.contains(SECRET) || line.contains(ID_NUMBER));
        assertThat(log)
                .anyMatch(line -> line.contains("defect at /test-doors/defect"))
                .noneMatch(line -> line.contains("select secret from nowhere"));
    }

    @Test
    void an_id_number_in_an_address_is_400_where_it_is_read_as_a_text() {
        var refused = SERVER.as(Role.CITY_ADMIN).get("/v1/users/" + ID_NUMBER);

        assertThat(refused.status()).as(refused.toString()).isEqualTo(400);
        assertThat(refused.text("/errors/0/pointer")).isEqualTo("/username");
        assertThat(refused.text("/errors/0/code")).isEqualTo("ID_NUMBER");
        assertThat(refused.body()).doesNotContain(ID_NUMBER);
    }

    @Test
    void an_address_with_what_is_no_character_is_400() {
        for (var path : List.of("%EF%BF%BF", "%00", "a%0Ab", "%FF")) {
            assertThat(SERVER.as(Role.CITY_ADMIN).get("/v1/users/" + path).status())
                    .as(path)
                    .isEqualTo(400);
        }
    }

    private static List<String> logOf(Runnable work) {
        var root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        var log = new ListAppender<ILoggingEvent>();
        log.start();
        var level = root.getLevel();
        root.addAppender(log);
        root.setLevel(Level.INFO);
        try {
            work.run();
        } finally {
            root.setLevel(level);
            root.detachAppender(log);
        }
        return List.copyOf(log.list).stream().map(LogsOfRequestsTest::text).toList();
    }

    private static String text(ILoggingEvent event) {
        var parts = new ArrayList<String>();
        parts.add(event.getFormattedMessage());
        parts.add(String.valueOf(event.getKeyValuePairs()));
        for (IThrowableProxy cause = event.getThrowableProxy();
                cause != null;
                cause = cause.getCause()) {
            parts.add(cause.getClassName() + ": " + cause.getMessage());
        }
        return String.join("\n", parts);
    }
}
