package org.nuancan.console.page;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.io.IOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.nuancan.console.FakeMealApi;
import org.slf4j.LoggerFactory;

class PagesOverHttpTest {

    private static final Pattern TOKEN = Pattern.compile("name=\"token\" value=\"([^\"]+)\"");

    private final FakeMealApi api = FakeMealApi.start();
    private final Console console = Console.start(0, api.address());
    private final CookieManager jar = new CookieManager(null, CookiePolicy.ACCEPT_ALL);
    private final HttpClient browser =
            HttpClient.newBuilder()
                    .cookieHandler(jar)
                    .followRedirects(HttpClient.Redirect.NEVER)
                    .build();

    @BeforeEach
    void a_site_and_a_statement() {
        api.signsIn("PROVIDER_MANAGER", 900);
        api.answer("POST /v1/sign-out", 204, "");
        api.answer("GET /v1/me/sites?limit=500", 200, Samples.SITES);
        api.answer("GET /v1/sites/11/sales", 200, Samples.SALES);
        api.answer("GET /v1/statements", 200, Samples.STATEMENTS);
        api.answer("GET /v1/statements/501", 200, Samples.STATEMENT);
        api.answer("GET /v1/statements/501/lines", 200, Samples.LINES);
    }

    @AfterEach
    void stop() {
        console.stop();
        api.close();
    }

    @Test
    void a_visitor_without_a_session_is_sent_to_sign_in_and_back_afterwards() throws Exception {
        var refused = get("/statements?state=PAID");

        assertThat(refused.statusCode()).isEqualTo(303);
        assertThat(refused.headers().firstValue("Location"))
                .contains("/sign-in?next=%2Fstatements%3Fstate%3DPAID");

        var in = signIn("/statements?state=PAID");

        assertThat(in.statusCode()).isEqualTo(303);
        assertThat(in.headers().firstValue("Location")).contains("/statements?state=PAID");
    }

    @Test
    void a_request_that_cannot_be_read_ends_its_connection() throws Exception {
        for (var odd :
                new String[] {
                    "GET /sign-in?x=\u00e4 HTTP/1.1\r\nX-Long: %s\r\n\r\n"
                            .formatted("a".repeat(10_000)),
                    "GET /sign-in?x=\u00e4 HTTP/1.1\r\n\r\n",
                    "hello\r\n\r\n"
                }) {
            assertThat(raw(odd))
                    .startsWith("HTTP/1.1 400")
                    .containsIgnoringCase("connection: close");
        }
    }

    @Test
    void an_odd_language_is_no_defect() throws Exception {
        for (var language : new String[] {",", ";", "zh" + "-abcdefgh".repeat(820)}) {
            assertThat(
                            raw(
                                    "GET /sign-in HTTP/1.1\r\nConnection: close\r\nAccept-Language: %s\r\n\r\n"
                                            .formatted(language)))
                    .startsWith("HTTP/1.1 200");
        }
    }

    private String raw(String request) throws IOException {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), console.port())) {
            socket.setSoTimeout(20_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void signing_in_never_leads_away_from_the_console() throws Exception {
        assertThat(signIn("//elsewhere.example/").headers().firstValue("Location")).contains("/");
        assertThat(signIn("https://elsewhere.example/").headers().firstValue("Location"))
                .contains("/");
        assertThat(signIn("/\\elsewhere.example/").headers().firstValue("Location")).contains("/");
    }

    @Test
    void a_wrong_password_shows_the_text_of_the_service_and_keeps_the_name() throws Exception {
        api.answer(
                "POST /login",
                401,
                FakeMealApi.problem(401, "SIGN_IN_REFUSED", "用户名或密码不正确", "请核对后重试。"));

        var page = signIn("/");

        assertThat(page.statusCode()).isEqualTo(401);
        assertThat(page.body())
                .contains("用户名或密码不正确", "请核对后重试。", "value=\"canteen\"")
                .doesNotContain("demo-pass");
    }

    @Test
    void the_browsers_address_is_passed_on_with_a_sign_in() throws Exception {
        signInAs();

        assertThat(api.asked())
                .filteredOn(asked -> asked.path().equals("/login"))
                .extracting(asked -> asked.headers().get("x-forwarded-for"))
                .containsExactly("127.0.0.1");
    }

    @Test
    void no_token_reaches_the_browser_and_cookies_are_strict() throws Exception {
        var in = signIn("/");
        var cookie = in.headers().allValues("Set-Cookie").toString();

        assertThat(cookie)
                .contains("nuancan-session=", "HTTPOnly", "SameSite=Strict")
                .doesNotContain("access-0", "refresh-0");
        assertThat(get("/today").body()).doesNotContain("access-0", "refresh-0");
    }

    @Test
    void today_shows_counts_and_sums_by_slot_and_the_other_sites() throws Exception {
        signInAs();

        var page = get("/today");

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body())
                .contains("团结湖老年餐厅", "2026年11月18日", "午餐", "¥1,234.05", "¥835.05", "¥399.00")
                .contains("&lt;b&gt;水碓子&lt;/b&gt;餐桌")
                .contains("data-live=\"/today/live?site=11\"");
    }

    @Test
    void statements_show_state_and_payable_and_lead_to_their_lines() throws Exception {
        signInAs();

        assertThat(get("/statements").body())
                .contains("2026-11-17", "平台已核验", "¥8.00", "/statements/501", "朝阳老年餐饮");
        assertThat(get("/statements/501").body())
                .contains("9f86d081884c7d65", "北京市", "¥5.50", "朝阳区", "¥2.50")
                .contains("基本养老服务对象就餐补贴", "已达次数或金额上限");
    }

    @Test
    void the_switch_changes_every_text_and_is_remembered() throws Exception {
        signInAs();

        var english = get("/statements/501?lang=en").body();

        assertThat(english).contains("<html lang=\"en\">", "Subsidies and reasons", "Chaoyang");
        assertThat(get("/statements").body()).contains("<html lang=\"en\">", "Statements");
        assertThat(api.asked().getLast().headers()).containsEntry("accept-language", "en");
        assertThat(get("/statements?lang=zh").body()).contains("<html lang=\"zh-CN\">");
    }

    @Test
    void a_form_from_elsewhere_changes_nothing() throws Exception {
        signInAs();
        var before = api.asked().size();

        assertThat(post("/sign-out", "token=forged", Optional.empty()).statusCode()).isEqualTo(403);
        assertThat(
                        post("/sign-out", "token=" + token("/today"), Optional.of("cross-site"))
                                .statusCode())
                .isEqualTo(403);
        assertThat(api.asked().subList(before, api.asked().size()))
                .noneMatch(asked -> asked.path().equals("/v1/sign-out"));
    }

    @Test
    void signing_out_ends_the_session_here_and_at_the_service() throws Exception {
        signInAs();

        var out = post("/sign-out", "token=" + token("/today"), Optional.empty());

        assertThat(out.statusCode()).isEqualTo(303);
        assertThat(api.asked()).anyMatch(asked -> asked.path().equals("/v1/sign-out"));
        assertThat(get("/today").statusCode()).isEqualTo(303);
    }

    @Test
    void a_refusal_of_the_service_is_shown_with_title_advice_and_status() throws Exception {
        signInAs();
        api.answer(
                "GET /v1/statements/999",
                404,
                FakeMealApi.problem(404, "NOT_FOUND", "未找到", "请核对编号。"));

        var page = get("/statements/999");

        assertThat(page.statusCode()).isEqualTo(404);
        assertThat(page.body()).contains("未找到", "请核对编号。", "NOT_FOUND");
    }

    @Test
    void a_session_that_the_service_no_longer_knows_leads_to_sign_in() throws Exception {
        signInAs();
        api.answer(
                "GET /v1/statements",
                401,
                FakeMealApi.problem(401, "UNAUTHENTICATED", "未登录", "请登录后重试。"));

        assertThat(get("/statements").headers().firstValue("Location"))
                .contains("/sign-in?next=%2Fstatements");
        assertThat(get("/today").statusCode()).isEqualTo(303);
    }

    @Test
    void a_silent_service_is_said_to_be_silent_and_the_session_goes_on() throws Exception {
        signInAs();
        api.close();

        var page = get("/statements");

        assertThat(page.statusCode()).isEqualTo(503);
        assertThat(page.body()).contains("服务暂时没有应答");
    }

    @Test
    void a_sum_that_is_no_whole_number_is_not_shown() throws Exception {
        signInAs();
        api.answer("GET /v1/statements/501", 200, Samples.STATEMENT.replace(":800,", ":8.5,"));

        assertThat(get("/statements/501").statusCode()).isEqualTo(502);
    }

    @Test
    void a_sale_comes_in_live_as_a_row_of_the_own_site_only() throws Exception {
        signInAs();
        api.tell(Samples.sale("1-1", "99", "8001"));
        api.tell(Samples.sale("1-2", "11", "8002"));
        var request =
                HttpRequest.newBuilder(at("/today/live?site=11"))
                        .header("Accept", "text/event-stream")
                        .header("Last-Event-ID", "1-0")
                        .timeout(Duration.ofSeconds(10))
                        .build();

        var events = browser.send(request, BodyHandlers.ofLines());
        var first =
                events.body()
                        .dropWhile(line -> !line.contains("<tr"))
                        .takeWhile(line -> !line.contains("</tr>"))
                        .toList();

        assertThat(events.headers().firstValue("Content-Type").orElse(""))
                .startsWith("text/event-stream");
        assertThat(String.join("", first)).contains("8002", "¥18.00", "午餐").doesNotContain("8001");
        assertThat(api.asked())
                .anyMatch(asked ->
                        asked.path().equals("/v1/events")
                                && "1-0".equals(asked.headers().get("last-event-id")));
    }

    @Test
    void every_page_carries_the_strict_headers_and_is_kept_nowhere() throws Exception {
        signInAs();
        for (var path : new String[] {"/sign-in", "/today", "/statements/501", "/nothing"}) {
            var headers = get(path).headers();

            assertThat(headers.firstValue("Content-Security-Policy").orElse(""))
                    .contains("default-src 'none'", "script-src 'self'", "frame-ancestors 'none'")
                    .doesNotContain("unsafe");
            assertThat(headers.firstValue("X-Content-Type-Options")).contains("nosniff");
            assertThat(headers.firstValue("Cache-Control")).contains("no-store");
        }
    }

    @Test
    void pages_have_neither_scripts_nor_styles_of_their_own() throws Exception {
        signInAs();
        for (var path : new String[] {"/sign-in", "/today", "/statements", "/statements/501"}) {
            assertThat(get(path).body())
                    .doesNotContainPattern("<script(?![^>]*src=)")
                    .doesNotContainPattern("\\s(style|on[a-z]+)=\"");
        }
    }

    @Test
    void assets_are_served_by_the_console_and_cached_under_addresses_of_their_content()
            throws Exception {
        var page = get("/sign-in").body();
        var found = Pattern.compile("\"(/assets/[^\"]+)\"").matcher(page);
        var count = 0;
        while (found.find()) {
            var asset = get(found.group(1));
            assertThat(asset.statusCode()).isEqualTo(200);
            assertThat(asset.headers().firstValue("Cache-Control").orElse(""))
                    .contains("immutable");
            count++;
        }
        assertThat(count).isEqualTo(6);
        assertThat(page).doesNotContain("http://", "https://");
        assertThat(get("/assets/0000000000000000/console.css").statusCode()).isEqualTo(404);
    }

    @Test
    void an_unknown_address_has_a_page() throws Exception {
        signInAs();

        assertThat(get("/nothing").statusCode()).isEqualTo(404);
        assertThat(get("/nothing").body()).contains("没有这个页面");
    }

    @Test
    void a_form_that_is_not_written_as_one_is_400_with_a_page_and_is_in_no_log() throws Exception {
        var root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        var log = new ListAppender<ILoggingEvent>();
        log.start();
        root.addAppender(log);
        try {
            for (var broken : List.of("%zz", "%", "%e")) {
                var form =
                        "username=canteen&password=110105194910010015&token=%s&next=%s"
                                .formatted(token("/sign-in"), broken);
                var refused = post("/sign-in", form, Optional.of("same-origin"));

                assertThat(refused.statusCode()).as(broken).isEqualTo(400);
                assertThat(refused.body()).contains("请求有误").doesNotContain("110105194910010015");
            }
        } finally {
            root.detachAppender(log);
        }
        assertThat(log.list)
                .extracting(ILoggingEvent::getFormattedMessage)
                .noneMatch(line -> line.contains("110105194910010015"));
    }

    @Test
    void a_form_in_another_character_set_is_415() throws Exception {
        var request =
                HttpRequest.newBuilder(at("/sign-in"))
                        .header("Content-Type", "application/x-www-form-urlencoded;charset=GBK")
                        .POST(BodyPublishers.ofString("username=a&password=b&token=c&next=/"))
                        .build();

        assertThat(browser.send(request, BodyHandlers.ofString()).statusCode()).isEqualTo(415);
    }

    private void signInAs() throws Exception {
        assertThat(signIn("/").statusCode()).isEqualTo(303);
    }

    private HttpResponse<String> signIn(String next) throws Exception {
        var form =
                "username=canteen&password=demo-pass&token=%s&next=%s"
                        .formatted(
                                token("/sign-in"), URLEncoder.encode(next, StandardCharsets.UTF_8));
        return post("/sign-in", form, Optional.of("same-origin"));
    }

    private String token(String page) throws Exception {
        var found = TOKEN.matcher(get(page).body());
        assertThat(found.find()).isTrue();
        return found.group(1);
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return browser.send(HttpRequest.newBuilder(at(path)).build(), BodyHandlers.ofString());
    }

    private HttpResponse<String> post(String path, String form, Optional<String> site)
            throws IOException, InterruptedException {
        var request =
                HttpRequest.newBuilder(at(path))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(form));
        site.ifPresent(from -> request.header("Sec-Fetch-Site", from));
        return browser.send(request.build(), BodyHandlers.ofString());
    }

    private URI at(String path) {
        return URI.create("http://127.0.0.1:" + console.port() + path);
    }
}
