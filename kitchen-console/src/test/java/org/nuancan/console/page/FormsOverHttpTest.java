package org.nuancan.console.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.nuancan.console.FakeMealApi;

/// What every form of the console does: its token, refusals, and where it leads.
class FormsOverHttpTest {

    private static final Pattern TOKEN = Pattern.compile("name=\"token\" value=\"([^\"]+)\"");

    private final FakeMealApi api = FakeMealApi.start();
    private final Console console = Console.start(0, api.address());
    private final CookieManager jar = new CookieManager(null, CookiePolicy.ACCEPT_ALL);
    private final HttpClient browser =
            HttpClient.newBuilder()
                    .cookieHandler(jar)
                    .followRedirects(HttpClient.Redirect.NORMAL)
                    .build();

    @BeforeEach
    void a_district_officer_is_signed_in() throws Exception {
        api.signsIn("DISTRICT_OFFICER", 900);
        api.answer("GET /v1/me", 200, ME);
        api.answer("GET /v1/statements/501", 200, Samples.STATEMENT);
        api.answer("GET /v1/statements/501/lines", 200, Samples.LINES);
        var form = Map.of("username", "chaoyang", "password", "demo-pass", "next", "/account");
        assertThat(post("/sign-in", form, token("/sign-in"), false).statusCode()).isEqualTo(200);
    }

    @AfterEach
    void stop() {
        console.stop();
        api.close();
    }

    @Test
    void every_form_is_refused_without_its_token_before_anything_is_asked() throws Exception {
        var paths =
                console.routes()
                        .uriRoutes()
                        .filter(route -> route.getHttpMethodName().equals("POST"))
                        .map(route -> route.getUriMatchTemplate().toString())
                        // Of a variable with a pattern, as {act:pause|end}, the first word.
                        .map(path -> path.replaceAll("\\{\\w+:(\\w+)[^}]*\\}", "$1"))
                        .map(path -> path.replaceAll("\\{[^}]*\\}", "approve"))
                        .collect(Collectors.toSet());
        var before = api.asked().size();

        assertThat(paths).hasSizeGreaterThan(5);
        for (var path : paths) {
            var refused =
                    post(path, Map.of("username", "a", "password", "b", "next", "/"), "", false);
            assertThat(refused.statusCode()).as(path).isIn(403, 400, 415);
        }
        assertThat(api.asked()).hasSize(before);
    }

    @Test
    void a_step_that_was_taken_leads_to_the_page_which_says_so_once() throws Exception {
        api.answer("POST /v1/statements/501/approve", 200, Samples.STATEMENT);

        var led = post("/statements/501/approve", Map.of("version", "1"), token("/account"), true);

        assertThat(led.headers().firstValue("HX-Redirect")).contains("/statements/501");
        assertThat(get("/statements/501").body()).contains("已批准");
        assertThat(get("/statements/501").body()).doesNotContain("class=\"notice good\"");
    }

    @Test
    void a_change_made_meanwhile_is_named_beside_the_form_with_who_and_when() throws Exception {
        api.answer("POST /v1/statements/501/return", 409, STALE);
        var fields = Map.of("version", "1", "reason", "缺一张照片");

        var part = post("/statements/501/return", fields, token("/account"), true);

        assertThat(part.statusCode()).isEqualTo(409);
        assertThat(part.body())
                .contains("其间已有变动", "street", "2026-11-18 12:04", "查看最新状态")
                .doesNotContain("<html");
        assertThat(api.asked().getLast().body()).contains("缺一张照片");
    }

    @Test
    void without_script_a_refusal_is_a_page() throws Exception {
        api.answer("POST /v1/statements/501/return", 409, STALE);

        var page = post("/statements/501/return", Map.of("version", "1"), token("/account"), false);

        assertThat(page.statusCode()).isEqualTo(409);
        assertThat(page.body()).contains("<html", "记录已被修改");
    }

    @Test
    void an_invalid_number_is_refused_by_the_console() throws Exception {
        var part = post("/statements/501/approve", Map.of("version", "x"), token("/account"), true);

        assertThat(part.statusCode()).isEqualTo(400);
        assertThat(part.body()).contains("有一项填写有误");
    }

    @Test
    void a_one_time_password_leads_to_the_page_that_changes_it() throws Exception {
        var must = FakeMealApi.problem(403, "PASSWORD_CHANGE_REQUIRED", "须先修改密码", "请修改密码。");
        api.answer("GET /v1/me", 403, must);
        api.answer(
                "POST /v1/me/password",
                200,
                FakeMealApi.tokens("access-9", "refresh-9", "DISTRICT_OFFICER", 900));

        assertThat(get("/").body()).contains("一次性密码");

        var fields =
                Map.of("password", "old one", "new-password", "new words", "again", "new words");
        var led = post("/account/password", fields, token("/account"), true);

        assertThat(led.headers().firstValue("HX-Redirect")).contains("/");
        api.answer("GET /v1/me", 200, ME);
        assertThat(get("/").body()).contains("您好", "密码已修改");
        assertThat(api.asked().getLast().headers().get("authorization")).endsWith("access-9");
    }

    @Test
    void over_https_the_names_of_cookies_bind_them_to_the_host() throws Exception {
        try (var secure =
                Console.start(
                        Map.of(
                                "micronaut.server.port",
                                0,
                                "nuancan.console.api-url",
                                api.address().toString()))) {
            var address = URI.create("http://127.0.0.1:" + secure.port() + "/sign-in");
            var answer =
                    HttpClient.newHttpClient()
                            .send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString());

            assertThat(answer.headers().firstValue("Set-Cookie").orElse(""))
                    .startsWith("__Host-nuancan-visitor=")
                    .contains("Secure", "HTTPOnly", "Path=/", "SameSite=Strict")
                    .doesNotContain("Domain");
        }
    }

    private static final String ME =
            """
            {"username":"chaoyang","displayName":"朝阳区","role":"DISTRICT_OFFICER","operations":[],
             "scope":{"districtCode":"110105","districtName":"朝阳区","streetCode":null,"streetName":null,
                      "providerId":null,"providerName":null,"siteId":null,"siteName":null}}
            """;

    private static final String STALE =
            """
            {"type":"/problems/STALE_VERSION","title":"记录已被修改","status":409,"detail":"请重新读取。",
             "code":"STALE_VERSION","errors":[],"changedBy":"street","changedAt":"2026-11-18T04:04:00Z"}
            """;

    private String token(String page) throws Exception {
        var found = TOKEN.matcher(get(page).body());
        assertThat(found.find()).isTrue();
        return found.group(1);
    }

    private HttpResponse<String> get(String path) throws Exception {
        return browser.send(HttpRequest.newBuilder(at(path)).build(), BodyHandlers.ofString());
    }

    private HttpResponse<String> post(
            String path, Map<String, String> fields, String token, boolean part) throws Exception {
        var form =
                fields.entrySet().stream()
                        .map(field ->
                                field.getKey()
                                        + "="
                                        + URLEncoder.encode(
                                                field.getValue(), StandardCharsets.UTF_8))
                        .collect(Collectors.joining("&"));
        var request =
                HttpRequest.newBuilder(at(path))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .header("Sec-Fetch-Site", "same-origin")
                        .POST(BodyPublishers.ofString(form + "&token=" + token));
        if (part) {
            request.header("HX-Request", "true");
        }
        return browser.send(request.build(), BodyHandlers.ofString());
    }

    private URI at(String path) {
        return URI.create("http://127.0.0.1:" + console.port() + path);
    }
}
