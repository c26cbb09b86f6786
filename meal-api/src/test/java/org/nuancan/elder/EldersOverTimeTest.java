package org.nuancan.elder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.nuancan.elder.ElderFixture.CHAOYANG;
import static org.nuancan.elder.ElderFixture.CITY;
import static org.nuancan.elder.ElderFixture.DONGCHENG;
import static org.nuancan.elder.ElderFixture.NOON;
import static org.nuancan.elder.ElderFixture.TODAY;
import static org.nuancan.elder.ElderFixture.anyElder;
import static org.nuancan.elder.ElderFixture.anyIdNumber;
import static org.nuancan.elder.ElderFixture.atOnce;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.nuancan.elder.change.ElderPatch;
import org.nuancan.elder.file.ElderChange;
import org.nuancan.elder.record.ElderSearchService;
import org.nuancan.elder.record.ElderService;
import org.nuancan.http.Paging;
import org.nuancan.policy.fact.Category;
import org.nuancan.policy.fact.Division;
import org.nuancan.policy.fact.ElderStatus;
import org.nuancan.policy.fact.Household;
import org.nuancan.policy.fact.Stay;

class EldersOverTimeTest {

    private static ElderFixture fixture;

    @BeforeAll
    static void start() {
        fixture = new ElderFixture();
    }

    @AfterAll
    static void stop() {
        fixture.close();
    }

    @BeforeEach
    void atNoon() {
        fixture.clock.set(NOON);
    }

    @Test
    void who_was_registered_is_shown_whole_and_masked() {
        var number = anyIdNumber();
        var elderId = fixture.registered(anyElder(number));

        var shown = fixture.search.find(elderId, CHAOYANG).orElseThrow();

        assertThat(shown.maskedName()).isEqualTo("张*生");
        assertThat(shown.maskedIdNumber()).isEqualTo(number.masked());
        assertThat(shown.version()).isEqualTo(1);
        assertThat(shown.phone()).isEqualTo("138 0013 8000");
        assertThat(shown.age()).isEqualTo(2026 - 1944);
        assertThat(shown.categories().getFirst().evidence()).isEqualTo("低保证 7");
        assertThat(shown.districtCode()).isEqualTo("110105");
        assertThat(shown.status()).isEqualTo(ElderStatus.ACTIVE);
    }

    @Test
    void an_elder_of_another_district_is_not_found() {
        var elderId = fixture.registered();

        assertThat(fixture.search.find(elderId, DONGCHENG)).isEmpty();
        assertThat(fixture.search.find(elderId, new Area(true, "110105013"))).isPresent();
        assertThat(fixture.search.find(elderId, new Area(true, "110105012"))).isPresent();
        assertThat(fixture.search.find(elderId, new Area(true, "110105014"))).isEmpty();
        assertThat(fixture.search.find(elderId, new Area(false, ""))).isEmpty();
        assertThat(fixture.register.register(anyElder(), DONGCHENG, "dongcheng"))
                .isEqualTo(new ElderService.Outcome.NotHere());
    }

    @Test
    void the_same_elder_registered_by_twenty_at_once_is_registered_once() throws Exception {
        var elder = anyElder();

        var outcomes = atOnce(20, index -> fixture.register.register(elder, CITY, "desk"));

        assertThat(outcomes).filteredOn(ElderService.Outcome.Done.class::isInstance).hasSize(1);
        assertThat(outcomes)
                .filteredOn(ElderService.Outcome.KnownAlready.class::isInstance)
                .hasSize(19);
    }

    @Test
    void a_patch_holds_from_today_and_leaves_yesterday_as_it_was() {
        var elderId = fixture.registered();
        var patch =
                new ElderPatch(
                        new ElderPatch.Reach(
                                Optional.of(new PersonName("张四生")),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty()),
                        Optional.of(
                                new Household(Household.Kind.NON_LOCAL, new Division("130102001"))),
                        Optional.of(new Division("110101001")),
                        Optional.of(5),
                        Optional.of(
                                List.of(
                                        new HeldCategory(
                                                Category.DISABLED, TODAY, Optional.empty(), ""))),
                        Optional.empty(),
                        Optional.of(List.of()));

        assertThat(fixture.register.change(elderId, 1, patch, CITY, "city"))
                .isEqualTo(new ElderService.Outcome.Done(elderId));

        var before = fixture.atTable(elderId, TODAY.minusDays(1));
        assertThat(before.facts().careGrade()).isEqualTo(2);
        assertThat(before.facts().categories()).containsExactly(Category.LOW_INCOME);
        assertThat(before.districtCode()).isEqualTo("110105");
        var after = fixture.atTable(elderId, TODAY);
        assertThat(after.facts().careGrade()).isEqualTo(5);
        assertThat(after.facts().categories()).containsExactly(Category.DISABLED);
        assertThat(after.facts().household().kind()).isEqualTo(Household.Kind.NON_LOCAL);
        assertThat(after.districtCode()).isEqualTo("110101");
        assertThat(after.maskedName()).isEqualTo("张*生");
        assertThat(after.diet()).containsExactly("LOW_SALT");
        assertThat(after.allergens()).isEmpty();
        assertThat(fixture.search.find(elderId, CHAOYANG)).isEmpty();
        assertThat(found(new ElderSearchService.Clue.ByName(new PersonName("张四生"))))
                .contains(elderId);
        assertThat(fixture.register.change(elderId, 1, patch, CITY, "city"))
                .isEqualTo(new ElderService.Outcome.Stale());
        assertThat(fixture.register.history(elderId, CITY).orElseThrow())
                .extracting(ElderChange::kind)
                .containsExactly(ElderChange.Kind.REGISTERED, ElderChange.Kind.CHANGED);
        assertThat(fixture.register.history(elderId, CITY).orElseThrow().getLast().fields())
                .isEqualTo("name,household,residenceDivision,careGrade,categories,allergens");
    }

    @Test
    void a_death_reported_late_holds_from_the_day_of_death_despite_later_entries() {
        var elderId = fixture.registered();
        status(elderId, ElderStatus.SUSPENDED, TODAY.minusDays(2));
        status(elderId, ElderStatus.DECEASED, TODAY.minusDays(9));

        assertThat(fixture.atTable(elderId, TODAY.minusDays(10)).facts().status())
                .isEqualTo(ElderStatus.ACTIVE);
        var dead = fixture.atTable(elderId, TODAY.minusDays(9)).facts();
        assertThat(dead.deceasedOn()).contains(TODAY.minusDays(9));
        assertThat(dead.isActiveOn(TODAY.minusDays(9))).isFalse();
        assertThat(fixture.atTable(elderId, TODAY).facts().status())
                .isEqualTo(ElderStatus.DECEASED);
    }

    @Test
    void a_status_recorded_in_advance_holds_from_its_day() {
        var elderId = fixture.registered();
        status(elderId, ElderStatus.MOVED_AWAY, TODAY.plusDays(1));

        assertThat(fixture.atTable(elderId, TODAY).facts().status()).isEqualTo(ElderStatus.ACTIVE);
        assertThat(fixture.atTable(elderId, TODAY.plusDays(1)).facts().status())
                .isEqualTo(ElderStatus.MOVED_AWAY);
    }

    @Test
    void a_stay_that_begins_on_the_same_day_replaces_the_earlier_one() {
        var elderId = fixture.registered();
        stay(elderId, TODAY.minusDays(3), Optional.empty());
        stay(elderId, TODAY.minusDays(3), Optional.of(TODAY));

        assertThat(fixture.atTable(elderId, TODAY).facts().stays())
                .containsExactly(new Stay(TODAY.minusDays(3), Optional.of(TODAY)));
        assertThat(fixture.search.find(elderId, CITY).orElseThrow().stays().getFirst().where())
                .isEqualTo("朝阳医院");
    }

    @Test
    void a_search_finds_by_every_clue_and_in_the_own_area_only() {
        var number = anyIdNumber();
        var elderId = fixture.registered(anyElder(number));
        var card = fixture.cardOf(elderId);

        assertThat(found(new ElderSearchService.Clue.ById(number))).containsExactly(elderId);
        assertThat(found(new ElderSearchService.Clue.ByCard(card))).containsExactly(elderId);
        assertThat(found(new ElderSearchService.Clue.ByPhone("13800138000"))).contains(elderId);
        assertThat(found(new ElderSearchService.Clue.ByName(new PersonName("张三生"))))
                .contains(elderId);
        assertThat(found(new ElderSearchService.Clue.ById(anyIdNumber()))).isEmpty();
        assertThat(
                        fixture.search
                                .search(new ElderSearchService.Clue.ById(number), DONGCHENG, all())
                                .items())
                .isEmpty();
    }

    @Test
    void two_who_want_the_same_elders_the_other_way_round_do_not_wait_in_a_circle()
            throws Exception {
        var first = fixture.registered();
        var second = fixture.registered();
        var orders = List.of(List.of(first, second), List.of(second, first));

        var locked =
                atOnce(
                        20,
                        index ->
                                List.copyOf(fixture.elders.lock(orders.get(index % 2)).elderIds()));

        assertThat(locked).hasSize(20).containsOnly(List.of(first, second));
    }

    @Test
    void a_district_is_enrolled_in_seconds() {
        var many =
                IntStream.range(0, 2_000)
                        .mapToObj(index ->
                                new NewElder.Enrolment(
                                        anyElder(),
                                        List.of(),
                                        Optional.empty(),
                                        List.of(
                                                new NewElder.NewCard(
                                                        ElderFixture.anyCardNumber(),
                                                        CardKind.SENIOR_CARD,
                                                        Optional.of(TODAY.plusYears(3))))))
                        .toList();
        var started = System.nanoTime();

        var ids = fixture.elders.enrolAll(many, "demo");

        assertThat(ids).hasSize(2_000).doesNotHaveDuplicates();
        assertThat(Duration.ofNanos(System.nanoTime() - started))
                .isLessThan(Duration.ofSeconds(30));
        assertThat(fixture.search.find(ids.getLast(), CHAOYANG).orElseThrow().cards()).hasSize(1);
    }

    private static void status(long elderId, ElderStatus status, LocalDate on) {
        assertThat(
                        fixture.register.status(
                                elderId, new NewElder.NewStatus(status, on, ""), CITY, "street"))
                .isInstanceOf(ElderService.Outcome.Done.class);
    }

    private static void stay(long elderId, LocalDate from, Optional<LocalDate> to) {
        assertThat(
                        fixture.register.stay(
                                elderId, new NewElder.NewStay(from, to, "朝阳医院"), CITY, "street"))
                .isInstanceOf(ElderService.Outcome.Done.class);
    }

    private static List<Long> found(ElderSearchService.Clue clue) {
        return fixture.search.search(clue, CITY, all()).items().stream()
                .map(elder -> elder.elderId().value())
                .toList();
    }

    private static Paging all() {
        return Paging.first(500);
    }
}
