package org.nuancan.provider.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micronaut.context.ApplicationContext;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.nuancan.day.SettableClock;
import org.nuancan.db.Sql;
import org.nuancan.db.Transactions;
import org.nuancan.engine.TestDatabase;
import org.nuancan.money.Fen;
import org.nuancan.policy.fact.Division;
import org.nuancan.policy.fact.SiteFacts;
import org.nuancan.policy.fact.SiteType;
import org.nuancan.provider.BankAccount;
import org.nuancan.provider.ProviderKind;
import org.nuancan.provider.ProviderOnFile;
import org.nuancan.provider.Providers;
import org.nuancan.provider.division.Divisions;
import org.nuancan.provider.price.PriceList;
import org.nuancan.provider.price.PricedItem;
import org.nuancan.provider.price.Prices;

class SitesAndPricesTest {

    private static final Instant NOON = Instant.parse("2026-11-18T04:00:00Z");
    private static final BankAccount ACCOUNT =
            new BankAccount("北京某餐饮有限公司", "6222020200112233445", "102100099996");

    private static ApplicationContext context;
    private static Transactions transactions;
    private static Providers providers;
    private static Sites sites;
    private static Prices prices;
    private static SettableClock clock;

    @BeforeAll
    static void start() {
        context =
                ApplicationContext.builder("test")
                        .properties(Map.copyOf(TestDatabase.fresh().properties()))
                        .properties(
                                Map.of(
                                        "nuancan.secret",
                                        "a secret of tests, 32 characters or more"))
                        .deduceEnvironment(false)
                        .start();
        transactions = context.getBean(Transactions.class);
        providers = context.getBean(Providers.class);
        sites = context.getBean(Sites.class);
        prices = context.getBean(Prices.class);
        clock = context.getBean(SettableClock.class);
    }

    @AfterAll
    static void stop() {
        context.close();
    }

    @AfterEach
    void backToRealTime() {
        clock.reset();
    }

    @Test
    void a_provider_is_found_as_it_was_taken_on_file() {
        var added = anyProvider();

        assertThat(providers.find(added.providerId())).contains(added);
        assertThat(added.bankAccount()).isEqualTo(ACCOUNT);
        assertThat(providers.find(1)).isEmpty();
        assertThat(storedNumber(added.providerId())).doesNotContain("6222020200112233445");
    }

    @Test
    void a_list_holds_the_providers_of_one_area_only_and_goes_on_behind_its_last() {
        var here = providers.add("甲", ProviderKind.CANTEEN, "110108", ACCOUNT, "city");
        var too = providers.add("乙", ProviderKind.DELIVERY, "110108", ACCOUNT, "city");
        var elsewhere = providers.add("丙", ProviderKind.CANTEEN, "110109", ACCOUNT, "city");

        assertThat(providers.list("110108", 0, 10)).containsExactly(here, too);
        assertThat(providers.list("110108", 0, 1)).containsExactly(here);
        assertThat(providers.list("110108", here.providerId(), 10)).containsExactly(too);
        assertThat(providers.list("", 0, 500)).contains(here, too, elsewhere);
    }

    @Test
    void a_site_is_found_as_it_was_taken_on_file_with_its_facts_of_a_day() {
        var provider = anyProvider();
        var added = sites.add(provider, profile("110105012", 3), "chaoyang");

        assertThat(sites.find(added.siteId())).contains(added);
        Optional<SiteOnFile> read =
                transactions.reading(connection -> sites.findNow(added.siteId()));
        assertThat(read).contains(added);
        assertThat(added.providerName()).isEqualTo(provider.name());
        assertThat(added.facts(LocalDate.parse("2022-03-31")).listed()).isFalse();
        assertThat(added.facts(LocalDate.parse("2022-04-01")))
                .isEqualTo(new SiteFacts(new Division("110105012"), SiteType.STATION, 3, true));
        assertThat(added.listed(LocalDate.parse("2026-12-31"))).isTrue();
        assertThat(added.listed(LocalDate.parse("2027-01-01"))).isFalse();
        assertThat(sites.find(2)).isEmpty();
    }

    @Test
    void a_site_outside_its_providers_district_is_a_defect_and_is_not_written() {
        var provider = anyProvider();

        assertThatThrownBy(() -> sites.add(provider, profile("110101001", 1), "city"))
                .hasMessageContaining("110101001");
        assertThat(sites.list("", Optional.of(provider.providerId()), 0, 10)).isEmpty();
    }

    @Test
    void of_two_changes_to_the_same_version_one_holds_and_both_are_told() {
        var site = sites.add(anyProvider(), profile("110105012", 3), "chaoyang");

        var first = sites.change(site, profile("110105013", 4), "chaoyang");
        var second = sites.change(site, profile("110105014", 5), "city");

        assertThat(first)
                .hasValueSatisfying(changed -> {
                    assertThat(changed.version()).isEqualTo(2);
                    assertThat(sites.find(site.siteId())).contains(changed);
                });
        assertThat(second).isEmpty();
        assertThat(history(site.siteId())).containsExactly("chaoyang", "chaoyang");
    }

    @Test
    void a_receipt_is_judged_by_the_prices_of_its_instant() {
        var site = sites.add(anyProvider(), profile("110105012", 3), "city").siteId();

        clock.set(NOON);
        prices.replace(site, list("lunch", 1800), "canteen");
        clock.set(NOON.plusSeconds(3600));
        prices.replace(site, list("lunch", 1900), "canteen");
        prices.replace(site, list("dinner", 2100), "canteen");

        assertThat(price(site, NOON.minusSeconds(86_400), "lunch")).contains(Fen.of(1800));
        assertThat(price(site, NOON.plusSeconds(3599), "lunch")).contains(Fen.of(1800));
        assertThat(price(site, NOON.plusSeconds(3660), "lunch")).isEmpty();
        assertThat(price(site, NOON.plusSeconds(3660), "dinner")).contains(Fen.of(2100));
    }

    @Test
    void where_business_time_went_back_what_was_said_last_holds_from_then_on() {
        var site = sites.add(anyProvider(), profile("110105012", 3), "city").siteId();
        clock.set(NOON);
        prices.replace(site, list("lunch", 1800), "canteen");
        clock.set(NOON.plusSeconds(3600));
        prices.replace(site, list("lunch", 1900), "canteen");
        clock.set(NOON.minusSeconds(3600));
        prices.replace(site, list("lunch", 2000), "canteen");

        assertThat(price(site, NOON.minusSeconds(3700), "lunch")).contains(Fen.of(1800));
        assertThat(price(site, NOON, "lunch")).contains(Fen.of(2000));
        assertThat(price(site, NOON.plusSeconds(4000), "lunch")).contains(Fen.of(2000));
    }

    @Test
    void price_lists_that_replace_each_other_at_once_leave_exactly_one_whole_list()
            throws Exception {
        var site = sites.add(anyProvider(), profile("110105012", 3), "city").siteId();
        var both =
                IntStream.range(1, 9)
                        .mapToObj(number ->
                                (Callable<Boolean>)
                                        () -> {
                                            prices.replace(site, two(number), "canteen");
                                            return true;
                                        })
                        .toList();

        try (var at = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var done : at.invokeAll(both)) {
                assertThat(done.get()).isTrue();
            }
        }

        var now = prices.now(site).items();
        assertThat(now).hasSize(2);
        assertThat(now.getFirst().price().times(10)).isEqualTo(now.getLast().price());
        assertThat(openLists(site)).isEqualTo(1);
    }

    @Test
    void a_site_without_prices_has_an_empty_list() {
        var site = sites.add(anyProvider(), profile("110105012", 3), "city").siteId();

        assertThat(prices.now(site).items()).isEmpty();
    }

    @Test
    void beijing_has_16_districts_and_chaoyang_43_streets() {
        var divisions = context.getBean(Divisions.class);

        assertThat(divisions.name("11")).contains("北京市");
        assertThat(divisions.name("110105")).contains("朝阳区");
        assertThat(divisions.name("110105012")).contains("麦子店街道");
        assertThat(divisions.name("310107")).isEmpty();
        assertThat(divisions.streets("110105")).hasSize(43);
        assertThat(divisions.districts().keySet())
                .hasSize(16)
                .allSatisfy(code -> assertThat(divisions.streets(code)).isNotEmpty());
    }

    private static ProviderOnFile anyProvider() {
        return providers.add("麦子店养老驿站", ProviderKind.CANTEEN, "110105", ACCOUNT, "city");
    }

    private static SiteProfile profile(String division, int grade) {
        return new SiteProfile(
                "枣营路驿站",
                division,
                SiteType.STATION,
                grade,
                LocalDate.parse("2022-04-01"),
                Optional.of(LocalDate.parse("2026-12-31")),
                "枣营路 29 号",
                Place.of(39.948213, 116.471908),
                48,
                160);
    }

    private static PriceList list(String sku, long fen) {
        return new PriceList(List.of(new PricedItem(sku, sku, Fen.of(fen), true, false)));
    }

    private static PriceList two(int number) {
        return new PriceList(
                List.of(
                        new PricedItem("rice", "米饭", Fen.of(number), true, false),
                        new PricedItem("fish", "清蒸鱼", Fen.of(number * 10L), true, false)));
    }

    private static Optional<Fen> price(long site, Instant at, String sku) {
        return transactions
                .reading(connection -> prices.at(site, at))
                .find(sku)
                .map(PricedItem::price);
    }

    private static String storedNumber(long provider) {
        return transactions.reading(connection ->
                Sql.on(connection, "select account_number from provider where provider_id = ?")
                        .with(provider)
                        .one(row -> row.text("account_number")));
    }

    private static List<String> history(long site) {
        return transactions.reading(connection ->
                Sql.on(
                                connection,
                                """
                                select changed_by
                                  from provider_change
                                 where subject = 'SITE' and subject_id = ?
                                 order by change_id
                                """)
                        .with(site)
                        .list(row -> row.text("changed_by")));
    }

    private static int openLists(long site) {
        return transactions.reading(connection ->
                Sql.on(
                                connection,
                                "select list_id from price_list where site_id = ? and valid_to is null")
                        .with(site)
                        .list(row -> row.number("list_id"))
                        .size());
    }
}
