package org.nuancan.elder.lookup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.nuancan.elder.ElderFixture.CITY;
import static org.nuancan.elder.ElderFixture.NOON;
import static org.nuancan.elder.ElderFixture.TILL;
import static org.nuancan.elder.ElderFixture.TODAY;
import static org.nuancan.elder.ElderFixture.anyElder;
import static org.nuancan.elder.ElderFixture.anyIdNumber;
import static org.nuancan.elder.ElderFixture.atOnce;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nuancan.day.BusinessDay;
import org.nuancan.elder.CardKind;
import org.nuancan.elder.CardNumber;
import org.nuancan.elder.CardState;
import org.nuancan.elder.ElderFixture;
import org.nuancan.elder.NewElder;
import org.nuancan.elder.Presented;
import org.nuancan.elder.UnusableReason;
import org.nuancan.elder.card.Cards;
import org.nuancan.elder.record.CardService;
import org.nuancan.elder.record.ElderService;
import org.nuancan.policy.fact.ElderStatus;

class CredentialsTest {

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
    void a_card_identifies_its_elder() {
        var elderId = fixture.registered();
        var card = fixture.cardOf(elderId);

        var usable = (Presented.Usable) fixture.check(new Credential.Card(card));

        assertThat(usable.elderId()).isEqualTo(elderId);
        assertThat(usable.cardId()).isPresent();
        assertThat(usable.codeId()).isEmpty();
        assertThat(fixture.check(new Credential.Card(ElderFixture.anyCardNumber())))
                .isEqualTo(unusable(UnusableReason.CARD_UNKNOWN));
    }

    @Test
    void an_id_number_identifies_its_elder() {
        var number = anyIdNumber();
        var elderId = fixture.registered(anyElder(number));

        assertThat(fixture.check(new Credential.Id(number)))
                .isEqualTo(new Presented.Usable(elderId, Optional.empty(), Optional.empty()));
        assertThat(fixture.check(new Credential.Id(anyIdNumber())))
                .isEqualTo(unusable(UnusableReason.ELDER_UNKNOWN));
    }

    @ParameterizedTest
    @CsvSource({
        "CARD, 卡, CARD_UNKNOWN",
        "CARD, 11010519491231002X, CARD_UNKNOWN",
        "ID_NUMBER, 110105194912310021, ELDER_UNKNOWN",
        "CODE, NC1.demo.AAAA.BBBB, CODE_UNKNOWN",
        "CODE, '', CODE_UNKNOWN",
    })
    void an_unreadable_credential_is_unknown(
            Credential.Type type, String value, UnusableReason reason) {
        assertThat(fixture.check(Credential.of(type, value))).isEqualTo(unusable(reason));
    }

    @ParameterizedTest
    @CsvSource({
        "LOST, true, CARD_LOST",
        "LOST, false, CARD_LOST",
        "FROZEN, false, CARD_FROZEN",
        "CANCELLED, false, CARD_CANCELLED",
    })
    void a_card_out_of_use_is_refused_and_the_past_stays_as_it_was(
            CardState state, boolean inWriting, UnusableReason reason) {
        var card = fixture.cardOf(fixture.registered());
        fixture.clock.set(NOON.plusSeconds(600));
        state(card, state, inWriting);

        assertThat(fixture.check(new Credential.Card(card))).isEqualTo(unusable(reason));
        var before =
                fixture.credentials.check(new Credential.Card(card), TILL, NOON.plusSeconds(300));
        assertThat(before).isInstanceOf(Presented.Usable.class);
    }

    @Test
    void a_loss_reported_by_phone_ends_after_five_days() {
        var card = fixture.cardOf(fixture.registered());
        state(card, CardState.LOST, false);

        fixture.clock.set(NOON.plus(Duration.ofDays(5)).plusSeconds(9));

        assertThat(fixture.check(new Credential.Card(card))).isInstanceOf(Presented.Usable.class);
    }

    @Test
    void a_card_is_good_on_its_last_day_and_renewed_after_it() {
        var elderId = fixture.registered();
        var number = ElderFixture.anyCardNumber();
        var until = new NewElder.NewCard(number, CardKind.TEMPORARY, Optional.of(TODAY));
        assertThat(fixture.cards.issue(elderId, until, CITY, "desk"))
                .isInstanceOf(CardService.Outcome.Done.class);
        assertThat(fixture.check(new Credential.Card(number))).isInstanceOf(Presented.Usable.class);
        assertThat(fixture.cards.issue(elderId, until, CITY, "desk"))
                .isEqualTo(new CardService.Outcome.Taken());

        fixture.clock.set(NOON.plus(Duration.ofDays(1)));

        assertThat(fixture.check(new Credential.Card(number)))
                .isEqualTo(unusable(UnusableReason.CARD_EXPIRED));
        var longer =
                new NewElder.NewCard(number, CardKind.TEMPORARY, Optional.of(TODAY.plusDays(9)));
        assertThat(fixture.cards.issue(fixture.registered(), longer, CITY, "desk"))
                .isEqualTo(new CardService.Outcome.Taken());
        assertThat(fixture.cards.issue(elderId, longer, CITY, "desk"))
                .isInstanceOf(CardService.Outcome.Done.class);
        assertThat(fixture.check(new Credential.Card(number))).isInstanceOf(Presented.Usable.class);
    }

    @ParameterizedTest
    @CsvSource({"SUSPENDED", "DECEASED", "MOVED_AWAY"})
    void an_inactive_elder_has_no_usable_credential(ElderStatus status) {
        var number = anyIdNumber();
        var elderId = fixture.registered(anyElder(number));
        var card = fixture.cardOf(elderId);
        var code = code(elderId, false);
        status(elderId, status);

        var refused = unusable(UnusableReason.ELDER_NOT_ACTIVE);
        assertThat(fixture.check(new Credential.Card(card))).isEqualTo(refused);
        assertThat(fixture.check(new Credential.Id(number))).isEqualTo(refused);
        assertThat(fixture.check(code)).isEqualTo(refused);
        fixture.clock.set(NOON.minus(Duration.ofDays(1)));
        assertThat(fixture.check(new Credential.Card(card))).isInstanceOf(Presented.Usable.class);
    }

    @Test
    void a_code_is_good_for_sixty_seconds() {
        var code = code(fixture.registered(), false);

        fixture.clock.set(NOON.plusSeconds(50));
        assertThat(fixture.check(code)).isInstanceOf(Presented.Usable.class);
        fixture.clock.set(NOON.plusSeconds(70));
        assertThat(fixture.check(code)).isEqualTo(unusable(UnusableReason.CODE_EXPIRED));
    }

    @Test
    void a_code_for_who_fetches_the_meal_is_good_for_a_day() {
        var code = code(fixture.registered(), true);

        fixture.clock.set(NOON.plus(Duration.ofHours(23)));
        assertThat(fixture.check(code)).isInstanceOf(Presented.Usable.class);
        fixture.clock.set(NOON.plus(Duration.ofHours(24)).plusSeconds(9));
        assertThat(fixture.check(code)).isEqualTo(unusable(UnusableReason.CODE_EXPIRED));
    }

    @Test
    void a_verification_in_time_keeps_a_code_good_for_that_terminal_five_minutes() {
        var code = code(fixture.registered(), false);
        fixture.clock.set(NOON.plusSeconds(40));
        keep(code, TILL);

        fixture.clock.set(NOON.plusSeconds(40 + 290));
        assertThat(fixture.check(code, TILL)).isInstanceOf(Presented.Usable.class);
        assertThat(fixture.check(code, "till-2")).isEqualTo(unusable(UnusableReason.CODE_EXPIRED));
        // Verified again, but not within the 60 seconds.
        keep(code, TILL);
        fixture.clock.set(NOON.plusSeconds(40 + 310));
        assertThat(fixture.check(code, TILL)).isEqualTo(unusable(UnusableReason.CODE_EXPIRED));
    }

    @Test
    void a_code_redeemed_by_fifty_at_once_is_redeemed_once() throws Exception {
        var code = code(fixture.registered(), false);
        var codeId = ((Presented.Usable) fixture.check(code)).codeId().orElseThrow();

        var redeemed = atOnce(50, order -> fixture.credentials.redeem(codeId, order, TILL, NOON));

        assertThat(redeemed).hasSize(50).filteredOn(first -> first).hasSize(1);
        assertThat(fixture.check(code)).isEqualTo(unusable(UnusableReason.CODE_USED));
    }

    @Test
    void a_code_whose_checkout_was_rolled_back_is_good_again() {
        var code = code(fixture.registered(), false);
        var codeId = ((Presented.Usable) fixture.check(code)).codeId().orElseThrow();

        assertThatThrownBy(() -> redeemAndFail(codeId)).hasMessageContaining("rolled back");

        assertThat(fixture.check(code)).isInstanceOf(Presented.Usable.class);
    }

    private static boolean redeemAndFail(long codeId) {
        return fixture.transactions.inOne(_ -> {
            assertThat(fixture.credentials.redeem(codeId, 7, TILL, NOON)).isTrue();
            throw new IllegalStateException("rolled back");
        });
    }

    @Test
    void a_changed_code_is_refused_and_contains_no_personal_data() {
        var elderId = fixture.registered();
        var text = ((Credential.Code) code(elderId, false)).text();

        assertThat(text).startsWith("NC1.demo.").doesNotContain(String.valueOf(elderId));
        var at = text.length() - 10;
        var other = text.charAt(at) == 'A' ? 'B' : 'A';
        var changed = text.substring(0, at) + other + text.substring(at + 1);
        assertThat(fixture.check(new Credential.Code(changed)))
                .isEqualTo(unusable(UnusableReason.CODE_UNKNOWN));
    }

    @Test
    void a_pack_lists_the_districts_cards_with_what_is_wrong_with_them() {
        var good = fixture.cardOf(fixture.registered());
        var lost = fixture.cardOf(fixture.registered());
        state(lost, CardState.LOST, true);
        var dead = fixture.registered();
        var deadCard = fixture.cardOf(dead);
        status(dead, ElderStatus.DECEASED);

        var listed = listed(fixture.context.getBean(Cards.class), "110105");

        assertThat(problemOf(listed, good)).isEmpty();
        assertThat(problemOf(listed, lost)).contains(UnusableReason.CARD_LOST);
        assertThat(problemOf(listed, deadCard)).contains(UnusableReason.ELDER_NOT_ACTIVE);
        assertThat(listed(fixture.context.getBean(Cards.class), "110101")).isEmpty();
    }

    @Test
    void a_pack_lists_the_cards_of_more_elders_than_are_read_at_once() {
        var many = Stream.generate(CredentialsTest::withTwoCards).limit(Cards.PORTION + 1).toList();
        var ids = fixture.elders.enrolAll(many, "demo");

        var listed = listed(fixture.context.getBean(Cards.class), "110105");

        assertThat(listed)
                .extracting(Cards.OfDistrict::elderId)
                .isSorted()
                .containsAll(ids)
                .filteredOn(ids::contains)
                .hasSize(2 * ids.size());
        assertThat(listed).extracting(Cards.OfDistrict::number).doesNotHaveDuplicates();
    }

    private static NewElder.Enrolment withTwoCards() {
        return new NewElder.Enrolment(
                anyElder(),
                List.of(),
                Optional.empty(),
                Stream.generate(ElderFixture::anyCardNumber)
                        .limit(2)
                        .map(number ->
                                new NewElder.NewCard(
                                        number, CardKind.SENIOR_CARD, Optional.empty()))
                        .toList());
    }

    private static List<Cards.OfDistrict> listed(Cards cards, String districtCode) {
        var listed = new ArrayList<Cards.OfDistrict>();
        cards.ofDistrict(districtCode, NOON.plusSeconds(60), listed::add);
        return List.copyOf(listed);
    }

    @Test
    void the_cashier_sees_the_warnings() {
        var birthday = LocalDate.of(2027, 6, 15);
        fixture.clock.set(new BusinessDay(birthday).begins().plusSeconds(3600));
        var elderId = fixture.registered();
        var usable = (Presented.Usable) fixture.check(code(elderId, true));

        var alerts =
                fixture.credentials.alerts(
                        usable,
                        fixture.elders
                                .forMeal(List.of(elderId), birthday)
                                .values()
                                .iterator()
                                .next(),
                        birthday);

        assertThat(alerts).containsExactly("ALLERGENS", "BIRTHDAY", "PROXY");
    }

    private static Optional<UnusableReason> problemOf(
            List<Cards.OfDistrict> listed, CardNumber number) {
        return listed.stream()
                .filter(card -> card.number().equals(number))
                .findFirst()
                .orElseThrow()
                .problem();
    }

    private static Presented unusable(UnusableReason reason) {
        return new Presented.Unusable(reason);
    }

    private static void status(long elderId, ElderStatus status) {
        assertThat(
                        fixture.register.status(
                                elderId,
                                new NewElder.NewStatus(status, TODAY, "x"),
                                CITY,
                                "street"))
                .isInstanceOf(ElderService.Outcome.Done.class);
    }

    private static void state(CardNumber card, CardState state, boolean inWriting) {
        var newState = new CardService.NewState(state, inWriting, "");
        assertThat(fixture.cards.state(card, newState, CITY, "street"))
                .isInstanceOf(CardService.Outcome.Done.class);
    }

    private static Credential code(long elderId, boolean isProxy) {
        return new Credential.Code(
                fixture.codes.issue(elderId, isProxy, CITY, "desk").orElseThrow().text());
    }

    private static void keep(Credential code, String terminal) {
        var codeId = ((Presented.Usable) fixture.check(code, terminal)).codeId().orElseThrow();
        fixture.credentials.keepForTerminal(codeId, terminal, fixture.clock.instant());
    }
}
