package org.nuancan.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Every page that a role is led to, in both languages, on an office screen, a tablet and a
/// telephone: nothing scrolls sideways, axe-core finds no fault, the browser complains of nothing,
/// and nothing comes from another host.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ConsolePagesTest {

    private static final int MOST_BYTES = 300_000;
    private static final int OFFICE = 1280;
    private static final int[] TABLET = {1024, 768};
    private static final List<int[]> SIZES = List.of(new int[] {OFFICE, 800}, new int[] {390, 844});

    private final List<String> faults = new ArrayList<>();
    private final Set<String> shapes = new HashSet<>();
    private int port;
    private Everything everything;
    private Playwright playwright;
    private Browser browser;

    @BeforeAll
    void start(@TempDir Path folder) throws Exception {
        port = Chromium.freePort();
        everything = Everything.start(Chromium.HERE, port, folder, false);
        ConsoleHistory.play(port);
        playwright = Chromium.playwright();
        browser = Chromium.launch(playwright);
    }

    @AfterAll
    void end() {
        browser.close();
        playwright.close();
        everything.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "city",
                "chaoyang",
                "finance",
                "auditor",
                "street",
                "desk",
                "canteen",
                "kitchen",
                "dispatch",
                "rider"
            })
    void every_place_of_a_role_can_be_read_by_anybody_on_any_screen(String user) {
        faults.clear();
        for (var language : List.of("zh", "en")) {
            try (var context = browser.newContext()) {
                var page = context.newPage();
                listen(page);
                signIn(page, user, language);
                var places = places(page, language);
                assertThat(places).hasSizeGreaterThan(1);
                for (var at = 0; at < places.size(); at++) {
                    look(page, places.get(at), language);
                    addMarked(page, places, language);
                }
            }
        }
        assertThat(faults).isEmpty();
    }

    private void signIn(Page page, String user, String language) {
        page.setDefaultTimeout(Chromium.PATIENCE_MS);
        page.navigate(at("/sign-in?lang=" + language));
        page.locator("#username").fill(user);
        page.locator("#password").fill("demo-pass");
        page.locator("main button").click();
        page.waitForURL(at("/"));
    }

    /// The places of the navigation, and what the first of each leads on to.
    private List<String> places(Page page, String language) {
        var places = new ArrayList<>(addresses(page, "nav a"));
        for (var place : List.copyOf(places)) {
            page.navigate(at(place));
            addresses(page, "main tbody th a, main .tabs a, main [data-page]").stream()
                    .filter(address -> !places.contains(address))
                    .limit(1)
                    .forEach(address -> add(places, address, language));
        }
        return places;
    }

    private void add(List<String> places, String address, String language) {
        places.add(address);
        var _ = shapes.add(shape(address, language));
    }

    /// The pages marked on this one that are not like a page that was looked at in this language.
    private void addMarked(Page page, List<String> places, String language) {
        addresses(page, "main [data-page]").stream()
                .filter(address -> !shapes.contains(shape(address, language)))
                .forEach(address -> add(places, address, language));
    }

    private static String shape(String address, String language) {
        return language + address.replaceAll("[?].*|[0-9]{6,}", "");
    }

    private static List<String> addresses(Page page, String selector) {
        return page.locator(selector).all().stream()
                .map(link -> link.getAttribute("href"))
                .filter(address -> address.startsWith("/"))
                .distinct()
                .toList();
    }

    private void look(Page page, String place, String language) {
        for (var size : SIZES) {
            page.setViewportSize(size[0], size[1]);
            var answer = page.navigate(at(place));
            var where = "%s at %d".formatted(place, size[0]);
            if (answer.status() != 200) {
                faults.add(where + ": status " + answer.status());
            }
            if (answer.body().length > MOST_BYTES) {
                faults.add(where + ": " + answer.body().length + " bytes");
            }
            page.locator("main details").all().forEach(part -> part.evaluate("d => d.open = true"));
            checkWidth(page, where);
            // Once a language, on one screen each: a look takes seconds.
            if (language.equals("zh") == (size[0] == OFFICE)) {
                accessible(page, where);
            }
            if (size[0] == OFFICE) {
                page.setViewportSize(TABLET[0], TABLET[1]);
                checkWidth(page, "%s at %d".formatted(place, TABLET[0]));
            }
        }
    }

    private void checkWidth(Page page, String where) {
        var wider =
                (int)
                        page.evaluate(
                                "() => document.documentElement.scrollWidth"
                                        + " - document.documentElement.clientWidth");
        if (wider > 0) {
            faults.add(where + ": scrolls sideways by " + wider);
        }
    }

    private void accessible(Page page, String where) {
        new AxeBuilder(page)
                .analyze()
                .getViolations()
                .forEach(fault ->
                        faults.add(
                                "%s: %s %s"
                                        .formatted(
                                                where,
                                                fault.getId(),
                                                fault.getNodes().getFirst().getHtml())));
    }

    private void listen(Page page) {
        page.onConsoleMessage(message -> {
            if (message.type().equals("error")) {
                faults.add("the browser says " + message.text());
            }
        });
        page.onRequest(request -> {
            if (!request.url().startsWith(at("/"))) {
                faults.add("asked elsewhere: " + request.url());
            }
        });
    }

    private String at(String path) {
        return "http://" + Chromium.HERE + ":" + (port + 1) + path;
    }
}
