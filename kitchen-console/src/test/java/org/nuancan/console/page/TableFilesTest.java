package org.nuancan.console.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
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
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.Pattern;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.nuancan.console.FakeMealApi;

/// Tables of pages as files for spreadsheets.
class TableFilesTest {

    private static final Pattern TOKEN = Pattern.compile("name=\"token\" value=\"([^\"]+)\"");
    private static final Pattern LIST = Pattern.compile("<table[^>]*class=\"wide[^>]*>");

    /// Parts that are also shown alone; their pages lead to the files.
    private static final List<String> FRAGMENTS = List.of("kitchen/sums.jte", "policy/trial.jte");

    private static final Path PAGES = Path.of("src/main/jte");

    /// A list whose second page follows the cursor `c2`.
    private static final String FIRST = Samples.STATEMENTS.replace("null}", "\"c2\"}");

    private static final String SECOND =
            Samples.STATEMENTS
                    .replace("\"501\"", "\"502\"")
                    .replace("2026-11-17\"", "2026-11-16\"")
                    .replace("\"grossFen\":1800", "\"grossFen\":-123456700");

    private final FakeMealApi api = FakeMealApi.start();
    private final Console console = Console.start(0, api.address());
    private final HttpClient browser =
            HttpClient.newBuilder()
                    .cookieHandler(new CookieManager(null, CookiePolicy.ACCEPT_ALL))
                    .build();

    @BeforeEach
    void a_manager_is_signed_in() throws Exception {
        api.signsIn("PROVIDER_MANAGER", 900);
        var odd = Samples.SITES.replace("朝阳老年餐饮", "=HYPERLINK(1)");
        api.answer("GET /v1/me/sites?limit=500", 200, odd);
        api.answer("GET /v1/statements?state=PAID&limit=500", 200, FIRST);
        api.answer("GET /v1/statements?state=PAID&limit=500&after=c2", 200, SECOND);
        api.answer("GET /v1/statements?state=PAID&after=c1", 200, FIRST);
        var form = text("/sign-in");
        var token = TOKEN.matcher(form);
        assertThat(token.find()).isTrue();
        var fields =
                "username=canteen&password=demo-pass&next=%2F&token="
                        + URLEncoder.encode(token.group(1), StandardCharsets.UTF_8);
        var signIn =
                HttpRequest.newBuilder(at("/sign-in"))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(fields))
                        .build();
        assertThat(browser.send(signIn, BodyHandlers.discarding()).statusCode()).isEqualTo(303);
    }

    @AfterEach
    void stop() {
        console.stop();
        api.close();
    }

    @Test
    void a_page_leads_to_the_files_of_its_table_with_its_filter_from_the_first_record_on()
            throws Exception {
        assertThat(text("/statements?state=PAID&after=c1&lang=en"))
                .contains("href=\"/statements?state=PAID&amp;table=statements&amp;file=xlsx\"")
                .contains("Statements, export as CSV");
    }

    @Test
    void a_csv_has_every_record_of_the_filter_and_no_text_that_is_a_formula() throws Exception {
        var answer = file("csv");

        assertThat(answer.headers().firstValue("Content-Disposition").orElse(""))
                .startsWith("attachment; filename=\"statements-2")
                .contains("filename*=UTF-8''%E7%BB%93%E7%AE%97%E5%8D%95-2");
        assertThat(new String(answer.body(), StandardCharsets.UTF_8).lines())
                .containsExactly(
                        "\uFEFF日期,服务商,状态,订单,餐费合计 (元),就餐补贴 (元),应付金额 (元)",
                        "2026-11-17,'=HYPERLINK(1),平台已核验,1,18.00,5.00,8.00",
                        "2026-11-16,'=HYPERLINK(1),平台已核验,1,-1234567.00,5.00,8.00");
    }

    @Test
    void a_workbook_has_days_counts_and_amounts_as_such() throws Exception {
        try (var book = new ReadableWorkbook(new ByteArrayInputStream(file("xlsx").body()))) {
            var rows = book.getFirstSheet().read();

            assertThat(rows).hasSize(1 + 2);
            var last = rows.getLast();
            assertThat(last.getCellAsDate(0).orElseThrow().toLocalDate())
                    .isEqualTo(LocalDate.of(2026, 11, 16));
            assertThat(last.getCell(1).getFormula()).isNull();
            assertThat(last.getCellText(1)).isEqualTo("=HYPERLINK(1)");
            assertThat(last.getCellAsNumber(3)).contains(BigDecimal.ONE);
            assertThat(last.getCellAsNumber(4).orElseThrow()).isEqualByComparingTo("-1234567.00");
        }
    }

    @Test
    void a_table_that_the_page_does_not_have_is_not_found() throws Exception {
        var answer = get("/statements?state=PAID&table=orders&file=csv");

        assertThat(answer.statusCode()).isEqualTo(404);
    }

    @Test
    void every_table_that_lists_something_leads_to_its_files() throws IOException {
        try (var pages = Files.walk(PAGES)) {
            for (var page : pages.filter(Files::isRegularFile).toList()) {
                var text = Files.readString(page);
                var lists =
                        LIST.matcher(text)
                                .results()
                                .map(found -> found.group())
                                // What comes in live, and the fields of a week's orders.
                                .filter(table -> !table.contains("wide live"))
                                .filter(_ -> !page.endsWith("ordering/week.jte"))
                                .toList();
                for (var table : lists) {
                    assertThat(table).as(page.toString()).contains("id=\"table-");
                }
                if (!lists.isEmpty() && FRAGMENTS.stream().noneMatch(page::endsWith)) {
                    assertThat(text).as(page.toString()).contains("@template.files(");
                }
            }
        }
    }

    private HttpResponse<byte[]> file(String format) throws Exception {
        var answer = get("/statements?state=PAID&table=statements&file=" + format);
        assertThat(answer.statusCode()).isEqualTo(200);
        return answer;
    }

    private String text(String path) throws Exception {
        return new String(get(path).body(), StandardCharsets.UTF_8);
    }

    private HttpResponse<byte[]> get(String path) throws Exception {
        var request = HttpRequest.newBuilder(at(path)).build();
        return browser.send(request, BodyHandlers.ofByteArray());
    }

    private URI at(String path) {
        return URI.create("http://127.0.0.1:" + console.port() + path);
    }
}
