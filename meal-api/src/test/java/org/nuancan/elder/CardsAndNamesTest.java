package org.nuancan.elder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.nuancan.elder.CardState.ACTIVE;
import static org.nuancan.elder.CardState.CANCELLED;
import static org.nuancan.elder.CardState.FROZEN;
import static org.nuancan.elder.CardState.LOST;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nuancan.elder.card.Cards;
import org.nuancan.policy.fact.ElderStatus;

class CardsAndNamesTest {

    private static final Instant NOON = Instant.parse("2026-11-18T04:00:00Z");
    private static final CardEvent ISSUED = CardEvent.issued(NOON);

    @ParameterizedTest
    @CsvSource({"张生, 张*", "张三生, 张*生", "欧阳三生, 欧**生", "张, *", "𠮷野家, 𠮷*家"})
    void a_name_shows_its_ends_only(String name, String masked) {
        assertThat(new PersonName(name).masked()).isEqualTo(masked);
        assertThat(new PersonName(name)).hasToString(masked);
    }

    @ParameterizedTest
    @CsvSource({
        "0, true",
        "BJ-0001-a, true",
        "12345678901234567890123456789012, true",
        "123456789012345678901234567890123, false",
        "'', false",
        "a b, false",
        "卡1, false",
        // Well-formed, but somebody's ID number; one digit off is a card number again.
        "11010519491231002X, false",
        "11010519491231002x, false",
        "110105194912310021, true",
    })
    void a_card_number_is_short_plain_and_nobodys_id_number(String text, boolean isNumber) {
        assertThat(CardNumber.parse(text).isPresent()).isEqualTo(isNumber);
    }

    @Test
    void a_loss_reported_by_phone_lapses_exactly_after_five_days() {
        var lost = becomes(ISSUED, LOST, false, NOON);
        var end = NOON.plus(Duration.ofDays(5));

        assertThat(lost.at(NOON)).isEqualTo(LOST);
        assertThat(lost.at(end.minusNanos(1000))).isEqualTo(LOST);
        assertThat(lost.at(end)).isEqualTo(ACTIVE);
    }

    @Test
    void a_loss_confirmed_in_writing_stays() {
        var reported = becomes(ISSUED, LOST, false, NOON);
        var confirmed = becomes(reported, LOST, true, NOON.plus(Duration.ofDays(2)));

        assertThat(confirmed.at(NOON.plus(Duration.ofDays(900)))).isEqualTo(LOST);
    }

    @Test
    void a_loss_reported_by_phone_twice_does_not_last_longer() {
        var reported = becomes(ISSUED, LOST, false, NOON);

        assertThat(reported.wish(LOST, false, NOON.plus(Duration.ofDays(4))))
                .isEqualTo(new CardEvent.Answer.AsItWas());
    }

    @Test
    void a_loss_reported_by_phone_does_not_unfreeze_a_frozen_card() {
        var frozen = becomes(ISSUED, FROZEN, true, NOON);
        var lost = becomes(frozen, LOST, false, NOON);

        assertThat(lost.at(NOON)).isEqualTo(LOST);
        assertThat(lost.at(NOON.plus(Duration.ofDays(6)))).isEqualTo(FROZEN);
    }

    @ParameterizedTest
    @CsvSource({"ACTIVE", "LOST", "FROZEN"})
    void a_cancelled_card_stays_cancelled(CardState newState) {
        var cancelled = becomes(ISSUED, CANCELLED, false, NOON);

        assertThat(cancelled.wish(newState, true, NOON.plusSeconds(1)))
                .isEqualTo(new CardEvent.Answer.Cancelled());
        assertThat(cancelled.wish(CANCELLED, true, NOON.plusSeconds(1)))
                .isEqualTo(new CardEvent.Answer.AsItWas());
    }

    @Property
    void only_a_request_or_the_lapse_of_a_loss_changes_a_card(
            @ForAll @Size(max = 6) List<CardState> wishes, @ForAll boolean inWriting) {
        var event = ISSUED;
        for (var newState : wishes) {
            if (event.wish(newState, inWriting, NOON)
                    instanceof CardEvent.Answer.Becomes(var next)) {
                event = next;
            }
        }
        var later = event.at(NOON.plus(Duration.ofDays(5)));

        assertThat(later == event.at(NOON) || (event.at(NOON) == LOST && !event.inWriting()))
                .isTrue();
        assertThat(later == LOST && !event.inWriting()).isFalse();
        assertThat(wishes.contains(CANCELLED) ? later : CANCELLED).isEqualTo(CANCELLED);
    }

    @ParameterizedTest
    @CsvSource({
        "ACTIVE, 2026-11-18, ACTIVE, ",
        "ACTIVE, 2026-11-17, ACTIVE, CARD_EXPIRED",
        "ACTIVE, , ACTIVE, ",
        "ACTIVE, , SUSPENDED, ELDER_NOT_ACTIVE",
        "ACTIVE, 2026-11-17, DECEASED, CARD_EXPIRED",
        "LOST, 2026-11-17, DECEASED, CARD_LOST",
        "FROZEN, , ACTIVE, CARD_FROZEN",
        "CANCELLED, , ACTIVE, CARD_CANCELLED",
    })
    void a_card_says_what_is_wrong_with_it_first(
            CardState state,
            @Nullable LocalDate validTo,
            ElderStatus status,
            @Nullable UnusableReason problem) {
        assertThat(
                        Cards.problem(
                                state,
                                Optional.ofNullable(validTo),
                                status,
                                LocalDate.of(2026, 11, 18)))
                .isEqualTo(Optional.ofNullable(problem));
    }

    private static CardEvent becomes(
            CardEvent event, CardState newState, boolean inWriting, Instant now) {
        return ((CardEvent.Answer.Becomes) event.wish(newState, inWriting, now)).event();
    }
}
