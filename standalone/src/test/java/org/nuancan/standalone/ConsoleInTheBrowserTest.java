package org.nuancan.standalone;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.LocatorAssertions;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.nuancan.demo.district.DemoElder;
import org.nuancan.demo.district.District;
import org.nuancan.policy.fact.Category;
import org.nuancan.policy.fact.Division;
import org.nuancan.policy.fact.ElderStatus;
import org.nuancan.policy.fact.Household;

/// A manager uses the console in Debian's Chromium, on the running service.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ConsoleInTheBrowserTest {

    private static final String HERE = "127.0.0.1";
    private static final double PATIENCE_MS = 20_000;
    private static final List<String> CHROMIUM =
            List.of(
                    "--headless",
                    "--no-sandbox",
                    "--disable-gpu",
                    "--disable-quic",
                    "--no-first-run",
                    "--disable-background-networking",
                    "--disable-component-update",
                    "--disable-sync");

    private final List<String> complaints = new ArrayList<>();
    private int port;
    private Everything everything;

    @BeforeAll
    void start(@TempDir Path folder) throws IOException {
        port = freePort();
        everything = Everything.start(HERE, port, folder, false);
    }

    @AfterAll
    void end() {
        everything.close();
    }

    @Test
    void a_manager_sees_a_sale_arrive_and_reads_the_closed_day_with_its_reasons() throws Exception {
        try (var counter = new Counter(port);
                var playwright = Playwright.create(withoutDownloads());
                var browser =
                        playwright
                                .chromium()
                                .launch(
                                        new BrowserType.LaunchOptions()
                                                .setExecutablePath(Path.of("/usr/bin/chromium"))
                                                .setArgs(CHROMIUM))) {
            var page = browser.newPage();
            page.onConsoleMessage(message -> {
                if (message.type().equals("error")) {
                    complaints.add(message.text());
                }
            });
            page.setDefaultTimeout(PATIENCE_MS);
            signIn(page);
            var day = aSaleArrives(page, counter);
            close(day, counter);
            theStatementTellsItsReasons(page);
            theSameInEnglish(page);
        }
        assertThat(complaints).isEmpty();
    }

    private void signIn(Page page) {
        page.navigate("http://" + HERE + ":" + (port + 1) + "/");
        page.getByLabel("用户名").fill("canteen");
        page.getByLabel("密码").fill("demo-pass");
        page.locator("main button").click();
        page.waitForURL("**/");
        page.locator("nav").getByText("今日").click();
        page.waitForURL("**/today");
    }

    private LocalDate aSaleArrives(Page page, Counter counter) throws Exception {
        assertThat(page.locator("#line")).hasText("实时更新中", patiently());
        var till = counter.signIn("demo-pos");
        var sku = firstSku(page, counter);
        var elder = anEntitledElder();

        var sale = counter.sell(till, elder.cardNumber(), sku, "console-1");

        assertThat(page.locator("#sales tr.fresh")).hasCount(1, countPatiently());
        assertThat(page.locator("#sales")).containsText(sale.path("orderId").asText());
        assertThat(page.locator("#sums dd").first()).hasText("1", patiently());
        assertThat(sale.path("grants")).isNotEmpty();

        var second = counter.sell(till, elder.cardNumber(), sku, "console-2");

        assertThat(page.locator("#sums dd").first()).hasText("2", patiently());
        return LocalDate.parse(second.path("bookingDate").asText());
    }

    private static void close(LocalDate day, Counter counter) throws Exception {
        var city = counter.signIn("city");
        var night = day.plusDays(1).atTime(3, 0).atZone(ZoneId.of("Asia/Shanghai"));
        var clock = "{\"now\":\"" + night.toOffsetDateTime() + "\"}";
        var _ = counter.send(city, "PUT", "/test/clock", clock, "");
        var closed =
                counter.send(city, "POST", "/v1/settlement/days/" + day + "/close", "", "close-1");
        assertThat(closed.path("state").asText()).isEqualTo("CLOSED");
    }

    private static void theStatementTellsItsReasons(Page page) {
        page.locator("nav").getByText("结算单").click();
        page.locator("tbody th a").first().click();
        assertThat(page.locator("h1")).containsText("暖阳");
        assertThat(page.locator(".hash").first()).hasText(Pattern.compile("[0-9a-f]{64}"));
        assertThat(page.locator("#lines tr")).hasCount(2);
        assertThat(page.locator("#lines tr").first().locator(".yes").first())
                .containsText("基本养老服务对象就餐补贴");
        assertThat(page.locator("#lines tr").nth(1).locator(".no").first()).containsText("上限");
        assertThat(page.locator("main")).containsText("朝阳区");
    }

    private static void theSameInEnglish(Page page) {
        page.getByText("English").click();
        assertThat(page.locator("html")).hasAttribute("lang", "en");
        assertThat(page.locator("#lines-title")).hasText("Lines");
        assertThat(page.locator("#lines tr").nth(1).locator(".no").first()).containsText("limit");
        page.getByText("Sign out").click();
        page.waitForURL("**/sign-in");
        assertThat(page.locator("h1")).hasText("Sign in");
    }

    private String firstSku(Page page, Counter counter) throws Exception {
        var site = page.locator("#site").inputValue();
        var prices =
                counter.send(
                        counter.signIn("canteen"), "GET", "/v1/sites/" + site + "/prices", "", "");
        var first = prices.has("items") ? prices.path("items").path(0) : prices.path(0);
        return first.path("sku").asText();
    }

    private static DemoElder anEntitledElder() {
        var today = LocalDate.now(ZoneId.of("Asia/Shanghai"));
        return District.of(District.SEED).elders().stream()
                .filter(elder -> elder.status() == ElderStatus.ACTIVE && elder.stays().isEmpty())
                .filter(elder -> elder.birthDate().isBefore(today.minusYears(61)))
                .filter(elder -> elder.cardValidTo().isAfter(today))
                .filter(elder -> elder.on(today).household().kind() == Household.Kind.LOCAL)
                .filter(elder -> elder.on(today).categories().contains(Category.DISABLED))
                .filter(elder -> elder.household().division().liesIn(new Division("110105")))
                .findFirst()
                .orElseThrow();
    }

    private static LocatorAssertions.HasTextOptions patiently() {
        return new LocatorAssertions.HasTextOptions().setTimeout(PATIENCE_MS);
    }

    private static LocatorAssertions.HasCountOptions countPatiently() {
        return new LocatorAssertions.HasCountOptions().setTimeout(PATIENCE_MS);
    }

    private static Playwright.CreateOptions withoutDownloads() {
        Map<String, String> environment = new HashMap<>(System.getenv());
        environment.put("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1");
        return new Playwright.CreateOptions().setEnv(environment);
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
