package org.nuancan.policy.book;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.context.ApplicationContext;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nuancan.day.SettableClock;
import org.nuancan.engine.TestDatabase;
import org.nuancan.policy.PolicyId;
import org.nuancan.policy.SubsidyPolicy;
import org.nuancan.policy.calendar.WorkingDays;
import org.nuancan.policy.document.PolicyDocument;
import org.nuancan.policy.document.Schemes;
import org.nuancan.policy.fact.Division;
import org.nuancan.policy.quote.Sample;

/// Two nodes on one database; today is 18 November 2026.
class PolicyBookTest {

    private static final Instant NOON = Instant.parse("2026-11-18T04:00:00Z");
    private static final LocalDate TODAY = Sample.DATE;

    private static TestDatabase database;
    private static ApplicationContext node;
    private static ApplicationContext otherNode;
    private static PolicyBook book;

    @BeforeAll
    static void start() {
        database = TestDatabase.fresh();
        node = started(database);
        otherNode = started(database);
        book = node.getBean(PolicyBook.class);
    }

    private static ApplicationContext started(TestDatabase database) {
        var context =
                ApplicationContext.builder("test")
                        .properties(Map.copyOf(database.properties()))
                        .deduceEnvironment(false)
                        .start();
        context.getBean(SettableClock.class).set(NOON);
        return context;
    }

    @AfterAll
    static void stop() {
        node.close();
        otherNode.close();
    }

    private static SubsidyPolicy from(String code, LocalDate first) {
        return Sample.policy(code).inForce(first.toString(), "2099-12-31").build();
    }

    private static PolicyId written(String code, LocalDate first) {
        var outcome = book.draft(from(code, first), "wang");
        assertThat(outcome).isInstanceOf(DraftOutcome.Drafted.class);
        return new PolicyId(code, 1);
    }

    private static PolicyId releasedFrom(String code, LocalDate first) {
        var id = written(code, first);
        assertThat(book.release(id, "li")).isInstanceOf(ReleaseOutcome.Released.class);
        return id;
    }

    @Test
    void a_policy_on_file_that_cannot_be_read_stops_no_other() throws Exception {
        var good = releasedFrom("READABLE", TODAY.plusDays(1));
        var bad = releasedFrom("UNREADABLE", TODAY.plusDays(1));
        try (var connection = database.dataSource().getConnection();
                var spoil =
                        connection.prepareStatement(
                                "update policy_version set document = replace(document,"
                                        + " '\"weight\":1', '\"weight\":9000000000') where code = ?")) {
            spoil.setString(1, bad.code());
            assertThat(spoil.executeUpdate()).isEqualTo(1);
        }
        // Any release makes the nodes read all policies again.
        var later = releasedFrom("READ-AGAIN", TODAY.plusDays(1));

        assertThat(book.find(bad)).isEmpty();
        var deadline = System.nanoTime() + Duration.ofSeconds(1).toNanos();
        while (!codes(book.released()).contains(later.code())) {
            assertThat(System.nanoTime()).isLessThan(deadline);
            LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
        }
        assertThat(codes(book.released())).contains(good.code()).doesNotContain(bad.code());
    }

    @Test
    void beijings_two_policies_are_in_force_from_the_start() {
        var scheme = Schemes.named("beijing-2022");

        var inForce = book.inForce(LocalDate.of(2026, 11, 18));

        var beijings = inForce.stream().filter(policy -> policy.code().startsWith("BJ-")).toList();
        assertThat(beijings.stream().map(policy -> policy.name().zh()))
                .containsExactly("基本养老服务对象就餐补贴", "就餐服务流量补贴");
        assertThat(beijings.stream().map(PolicyBookTest::unnamed))
                .containsExactlyElementsOf(
                        scheme.policies().stream().map(PolicyBookTest::unnamed).toList());
        assertThat(book.inForce(LocalDate.of(2022, 3, 31))).isEmpty();
    }

    private static String unnamed(SubsidyPolicy policy) {
        return PolicyDocument.write(policy).without("name").toString();
    }

    @Test
    void a_draft_is_stored_and_grants_nothing() {
        var id = written("draft", TODAY.plusDays(1));

        assertThat(book.find(id))
                .contains(
                        new PolicyOnFile(
                                from("draft", TODAY.plusDays(1)),
                                "wang",
                                book.find(id).orElseThrow().writtenAt(),
                                Optional.empty()));
        assertThat(book.find(id).orElseThrow().state()).isEqualTo(PolicyOnFile.State.DRAFT);
        assertThat(book.find(id).orElseThrow().writtenAt())
                .isBetween(NOON, NOON.plus(Duration.ofHours(1)));
        assertThat(codes(book.released())).doesNotContain("draft");
        assertThat(book.find(new PolicyId("draft", 2))).isEmpty();
    }

    @Test
    void a_version_exists_once() {
        var id = written("twice", TODAY.plusDays(1));

        assertThat(book.draft(from("twice", TODAY.plusDays(9)), "li"))
                .isEqualTo(new DraftOutcome.VersionExists());
        assertThat(book.find(id).orElseThrow().policy())
                .isEqualTo(from("twice", TODAY.plusDays(1)));
    }

    @ParameterizedTest
    @CsvSource({"a code", "名", "1234567890123456789012345678901234567890123456789012345678901234x"})
    void a_code_that_cannot_be_kept_is_refused(String code) {
        assertThat(book.draft(from(code, TODAY.plusDays(1)), "wang"))
                .isEqualTo(new DraftOutcome.CodeRefused());
    }

    @Test
    void a_second_person_releases_and_both_nodes_know_within_a_second() {
        assertThat(codes(otherNode.getBean(PolicyBook.class).released())).doesNotContain("new");
        var id = written("new", TODAY.plusDays(1));

        assertThat(book.release(id, "wang")).isEqualTo(new ReleaseOutcome.SecondPersonNeeded());
        assertThat(book.release(id, "li")).isInstanceOf(ReleaseOutcome.Released.class);

        var kept = book.find(id).orElseThrow();
        assertThat(kept.state()).isEqualTo(PolicyOnFile.State.RELEASED);
        assertThat(kept.release().orElseThrow().by()).isEqualTo("li");
        for (var context : List.of(node, otherNode)) {
            var deadline = System.nanoTime() + Duration.ofSeconds(1).toNanos();
            var knowing = context.getBean(PolicyBook.class);
            while (!codes(knowing.inForce(TODAY.plusDays(1))).contains("new")) {
                assertThat(System.nanoTime()).isLessThan(deadline);
                LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
            }
            assertThat(codes(knowing.inForce(TODAY))).doesNotContain("new");
        }
    }

    @Test
    void a_version_is_released_once_and_starts_after_today() {
        var today = written("today", TODAY);
        var once = releasedFrom("once", TODAY.plusDays(1));

        assertThat(book.release(today, "li")).isEqualTo(new ReleaseOutcome.StartsTooEarly(TODAY));
        assertThat(book.release(once, "zhao")).isEqualTo(new ReleaseOutcome.AlreadyReleased());
        assertThat(book.release(new PolicyId("nobody's", 1), "li"))
                .isEqualTo(new ReleaseOutcome.NoSuchVersion());
    }

    private EndOutcome end(PolicyId id, LocalDate last) {
        return book.end(id, last, "officer");
    }

    @Test
    void a_released_version_can_be_ended_and_ended_sooner_but_never_later() {
        var id = releasedFrom("ended", TODAY.plusDays(1));

        assertThat(end(id, TODAY.plusDays(30))).isInstanceOf(EndOutcome.Ended.class);
        assertThat(end(id, TODAY.plusDays(31))).isEqualTo(new EndOutcome.LastDayRefused());
        assertThat(end(id, TODAY.plusDays(20))).isInstanceOf(EndOutcome.Ended.class);

        var policy = book.find(id).orElseThrow().policy();
        assertThat(policy).isEqualTo(from("ended", TODAY.plusDays(1)).endingOn(TODAY.plusDays(20)));
    }

    @Test
    void no_policy_ends_in_the_past_before_it_begins_or_as_a_draft() {
        var running = new PolicyId("BJ-FLOW", 1);
        var tomorrows = releasedFrom("tomorrow's", TODAY.plusDays(1));
        var draft = written("endless-draft", TODAY.plusDays(1));

        assertThat(end(running, TODAY.minusDays(1))).isEqualTo(new EndOutcome.LastDayRefused());
        assertThat(end(tomorrows, TODAY)).isEqualTo(new EndOutcome.LastDayRefused());
        assertThat(end(tomorrows, TODAY.plusDays(1))).isInstanceOf(EndOutcome.Ended.class);
        assertThat(end(draft, TODAY.plusDays(5))).isEqualTo(new EndOutcome.StillDraft());
        assertThat(end(new PolicyId("nobody's", 1), TODAY))
                .isEqualTo(new EndOutcome.NoSuchVersion());
    }

    @Test
    void versions_are_listed_by_code_and_version_page_by_page_and_by_place() {
        var first = from("list", TODAY.plusDays(1));
        assertDrafted(Sample.policy("list").owner("310101").version(10));
        assertDrafted(Sample.policy("list").owner("310101").version(9));
        assertDrafted(Sample.policy("list-city").owner("31"));
        assertDrafted(Sample.policy("list-street").owner("310101001"));
        assertDrafted(Sample.policy("list-other").owner("310107"));
        assertThat(first.code()).isEqualTo("list");

        var district = Optional.of(new Division("310101"));
        var page = book.list(district, Optional.empty(), 3);
        var next = book.list(district, Optional.of(page.getLast().policy().id()), 3);

        assertThat(ids(page)).containsExactly("list v9", "list v10", "list-city v1");
        assertThat(ids(next)).containsExactly("list-street v1");
        assertThat(ids(book.list(Optional.empty(), Optional.of(new PolicyId("list", 10)), 2)))
                .containsExactly("list-city v1", "list-other v1");
    }

    private static void assertDrafted(Sample.Policy policy) {
        assertThat(book.draft(policy.build(), "wang")).isInstanceOf(DraftOutcome.Drafted.class);
    }

    private static List<String> ids(List<PolicyOnFile> all) {
        return all.stream().map(version -> version.policy().id().toString()).toList();
    }

    private static List<String> codes(List<SubsidyPolicy> policies) {
        return policies.stream().map(SubsidyPolicy::code).toList();
    }

    @ParameterizedTest
    @CsvSource({
        // New Year on a Thursday, and the Sunday on which people work in exchange.
        "2026-01-01, false",
        "2026-01-04, true",
        "2026-10-10, true",
        "2026-10-01, false",
        "2025-10-08, false",
        "2025-10-11, true",
        "2026-11-18,",
        "2026-10-03,"
    })
    void the_state_calendar_is_at_hand(
            LocalDate date, @org.jspecify.annotations.Nullable Boolean worked) {
        assertThat(Optional.ofNullable(node.getBean(WorkingDays.class).calendar().get(date)))
                .isEqualTo(Optional.ofNullable(worked));
    }
}
