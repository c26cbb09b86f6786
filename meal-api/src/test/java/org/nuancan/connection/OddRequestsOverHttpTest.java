package org.nuancan.connection;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.nuancan.access.Role;
import org.nuancan.http.ServerUnderTest;

class OddRequestsOverHttpTest {

    private static final URI SERVER = ServerUnderTest.get().address();
    private static final String GOOD = "GET /openapi/start.js HTTP/1.1\r\nHost: a\r\n\r\n";
    private static final Duration SOON = Duration.ofSeconds(3);

    /// A request and the status of its answer; after it the connection is closed.
    record Odd(String name, String request, int status) {

        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Odd> requests() {
        var post =
                "POST /test-doors/meals HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\n";
        var long8k = "X-Long: " + "a".repeat(10_000) + "\r\n";
        return Stream.of(
                new Odd(
                        "input 4: a byte beyond ASCII and 10 kB of headers",
                        "GET /health?x=\u00e4 HTTP/1.1\r\nHost: a\r\n" + long8k + "\r\n",
                        400),
                new Odd(
                        "a byte beyond ASCII",
                        "GET /health?x=\u00e4 HTTP/1.1\r\nHost: a\r\n\r\n",
                        400),
                new Odd("a control in the path", "GET /a\u0001b HTTP/1.1\r\nHost: a\r\n\r\n", 400),
                new Odd("10 kB of headers", "GET / HTTP/1.1\r\nHost: a\r\n" + long8k + "\r\n", 431),
                new Odd(
                        "10 kB of small headers",
                        "GET / HTTP/1.1\r\n" + "A: b\r\n".repeat(3000) + "\r\n",
                        431),
                new Odd("a long line", "GET /" + "a".repeat(5000) + " HTTP/1.1\r\n\r\n", 414),
                new Odd("no request at all", "hello\r\n\r\n", 400),
                new Odd("a blank in a header's name", "GET / HTTP/1.1\r\nA b: c\r\n\r\n", 400),
                new Odd(
                        "two ends of a body",
                        post + "Content-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
                        400),
                new Odd(
                        "two lengths",
                        post + "Content-Length: 5\r\nContent-Length: 6\r\n\r\nabcdef",
                        400),
                new Odd("a length below 0", post + "Content-Length: -1\r\n\r\n", 400),
                new Odd("a length in words", post + "Content-Length: five\r\n\r\n", 400),
                new Odd("a signed length", post + "Content-Length: +5\r\n\r\nabcde", 400),
                new Odd("an unknown encoding", post + "Transfer-Encoding: xchunked\r\n\r\n", 400),
                new Odd(
                        "two encodings",
                        post + "Transfer-Encoding: gzip, chunked\r\n\r\n0\r\n\r\n",
                        400),
                new Odd(
                        "an encoding in HTTP/1.0",
                        "POST /login HTTP/1.0\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
                        400),
                new Odd("a bad chunk", post + "Transfer-Encoding: chunked\r\n\r\nzz\r\n", 400),
                new Odd(
                        "a chunk without its end",
                        post + "Transfer-Encoding: chunked\r\n\r\n1\r\nabc\r\n",
                        400),
                new Odd(
                        "a compressed body",
                        post + "Content-Encoding: gzip\r\nContent-Length: 3\r\n\r\nabc",
                        415),
                new Odd(
                        "a stranger's long body",
                        post + "Content-Length: 4097\r\n\r\n" + "a".repeat(4097),
                        413),
                new Odd(
                        "a stranger's long body in chunks",
                        post
                                + "Transfer-Encoding: chunked\r\n\r\n1001\r\n"
                                + "a".repeat(4097)
                                + "\r\n0\r\n\r\n",
                        413),
                new Odd(
                        "a long sign-in with a header that says nothing",
                        String.join(
                                "\r\n",
                                "POST /login HTTP/1.1",
                                "Authorization: Bearer a",
                                "Content-Type: application/json",
                                "Content-Length: 5000",
                                "\r\n"),
                        413),
                new Odd(
                        "a length beyond everything",
                        post + "Authorization: Bearer a\r\nContent-Length: 99999999999\r\n\r\n",
                        413));
    }

    @ParameterizedTest
    @MethodSource("requests")
    void an_unreadable_request_gets_a_problem_and_the_connection_is_closed(Odd odd)
            throws IOException {
        try (var connection = new RawConnection(SERVER)) {
            var answers = connection.send(odd.request()).send(GOOD).untilClosed();

            assertThat(RawConnection.statuses(answers)).containsExactly("" + odd.status());
            assertThat(answers.toLowerCase(Locale.ROOT))
                    .contains(
                            "connection: close",
                            "content-type: application/problem+json",
                            "x-request-id: ");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "OPTIONS * HTTP/1.1",
                "CONNECT a:443 HTTP/1.1",
                "GET http://[::1 HTTP/1.1",
                "GET http://a/nowhere HTTP/1.1",
                "GET //a HTTP/1.1",
                "GET /%zz HTTP/1.1",
                "GET /%00 HTTP/1.1",
                "TRACE / HTTP/1.1",
                "GET /a|b HTTP/1.1",
                "GET /nowhere?x=%zz HTTP/1.1",
                "GET /test-doors/numbers?number=%zz HTTP/1.1",
                "GET nowhere HTTP/1.1",
                "GET ?x HTTP/1.1",
                "BREW / HTTP/1.1",
                "GET / HTTP/1.7",
                "HEAD /nowhere HTTP/1.1",
                "GET /\\a HTTP/1.1",
                "GET /{a} HTTP/1.1",
                "GET /#a HTTP/1.1",
                "GET /..;/health HTTP/1.1"
            })
    void after_an_odd_first_line_the_next_request_is_answered_or_the_connection_is_closed(
            String line) throws IOException {
        try (var connection = new RawConnection(SERVER)) {
            var answers =
                    connection
                            .send(line + "\r\nHost: a\r\n\r\n")
                            .send(GOOD.replace("Host: a", "Host: a\r\nConnection: close"))
                            .untilClosed();

            var statuses = RawConnection.statuses(answers);
            assertThat(statuses).isNotEmpty().allMatch(status -> status.compareTo("500") < 0);
            assertThat(statuses.size() == 2 || answers.contains("close")).isTrue();
        }
    }

    @Test
    void requests_before_an_unreadable_one_are_answered_first() throws IOException {
        try (var connection = new RawConnection(SERVER)) {
            var answers =
                    connection
                            .send(GOOD + GOOD + "GET /\u00e4 HTTP/1.1\r\n\r\n" + GOOD)
                            .untilClosed();

            assertThat(RawConnection.statuses(answers)).containsExactly("200", "200", "400");
        }
    }

    @Test
    void a_preference_of_820_subtags_is_answered_at_once() throws IOException {
        var from = System.nanoTime();
        try (var connection = new RawConnection(SERVER)) {
            var request =
                    "GET /nowhere HTTP/1.1\r\nHost: a\r\nAccept-Language: zh"
                            + "-abcdefgh".repeat(820)
                            + "\r\n\r\n";
            for (var i = 0; i < 5; i++) {
                assertThat(connection.send(request).nextHead()).startsWith("HTTP/1.1 404");
            }
        }
        assertThat(Duration.ofNanos(System.nanoTime() - from)).isLessThan(SOON);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Accept-Language",
                "Accept",
                "Accept-Charset",
                "Accept-Encoding",
                "Content-Type",
                "Content-Language",
                "Content-Disposition",
                "Authorization",
                "Cookie",
                "Range",
                "Last-Event-ID",
                "If-None-Match",
                "If-Modified-Since",
                "X-Forwarded-For",
                "X-Forwarded-Host",
                "X-Forwarded-Proto",
                "X-Forwarded-Port",
                "Forwarded",
                "Host",
                "Origin",
                "Access-Control-Request-Method",
                "Expect",
                "Upgrade",
                "Connection",
                "X-Request-Id",
                "Idempotency-Key",
                "X-HTTP-Method-Override",
                "Keep-Alive"
            })
    void odd_values_of_a_header_are_no_defect_and_answered_soon(String header) throws IOException {
        for (var value : oddValues()) {
            for (var start :
                    List.of("GET /test-doors/pages", "POST /test-doors/meals", "GET /v1/events")) {
                var from = System.nanoTime();
                try (var connection = new RawConnection(SERVER)) {
                    var head =
                            connection
                                    .send(
                                            "%s HTTP/1.1\r\n%s: %s\r\n%s\r\n"
                                                    .formatted(
                                                            start,
                                                            header,
                                                            value,
                                                            start.startsWith("POST")
                                                                    ? "Content-Length: 0\r\n"
                                                                    : ""))
                                    .nextHead();
                    assertThat(head)
                            .as("%s: %.40s, %s", header, value, start)
                            .matches("(?s)HTTP/1.1 [1-4].*");
                }
                assertThat(Duration.ofNanos(System.nanoTime() - from)).isLessThan(SOON);
            }
        }
    }

    private static List<String> oddValues() {
        return List.of(
                ",",
                ";",
                "/",
                "=",
                "*",
                "a/b;q=",
                "*/*;q=x",
                "text/",
                "application/json;charset=nothing",
                "application/json;charset=",
                "bytes=0-,-1",
                "Bearer",
                "Bearer a.b.c",
                "Basic %%%",
                "\"",
                "%zz",
                "-1",
                "999999999999999999999",
                "[::1",
                "a/b,".repeat(1700),
                ("a/b;q=0.1;" + "c=d;".repeat(40) + ",").repeat(30),
                "a".repeat(7000),
                "-1,".repeat(2000),
                "\"\\".repeat(3000));
    }

    @Test
    void a_longer_body_of_a_caller_who_is_signed_in_is_read() {
        var answer =
                ServerUnderTest.get()
                        .as(Role.CITY_ADMIN)
                        .post(
                                "/test-doors/meals",
                                "{\"name\": \"" + "a".repeat(10_000) + "\", \"priceFen\": 1}");

        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
    }
}
