package org.nuancan.payment.answer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.nuancan.payment.PaymentState;
import org.nuancan.payment.answer.Result.Effect;

/// The table of the effect of each answer on a payment in each state.
class StepTest {

    private static final String TABLE =
            """
            answer     SENT      UNKNOWN   SETTLED   FAILED    RETURNED
            UNKNOWN    UNKNOWN   REPEATED  CONFLICT  CONFLICT  CONFLICT
            SETTLED    SETTLED   SETTLED   REPEATED  CONFLICT  REPEATED
            FAILED     FAILED    FAILED    CONFLICT  REPEATED  REPEATED
            RETURNED   RETURNED  RETURNED  RETURNED  RETURNED  REPEATED
            """;

    static Stream<Arguments> table() {
        var lines = TABLE.lines().map(line -> line.split("\\s+", -1)).toList();
        var states = lines.getFirst();
        return lines.stream()
                .skip(1)
                .flatMap(cells ->
                        IntStream.range(1, cells.length)
                                .mapToObj(i -> Arguments.of(cells[0], states[i], cells[i])));
    }

    @ParameterizedTest
    @MethodSource("table")
    void an_answer_moves_a_payment_or_leaves_it(
            PaymentState answered, PaymentState now, String then) {
        var isState =
                Arrays.stream(PaymentState.values()).anyMatch(state -> state.name().equals(then));

        assertThat(Step.of(now, result(answered, "AC01", false)))
                .isEqualTo(
                        isState
                                ? new Step.Move(PaymentState.valueOf(then))
                                : new Step.Stay(Effect.valueOf(then)));
    }

    private static Result result(PaymentState answered, String reason, boolean isReversal) {
        return new Result("NC1", answered, Optional.empty(), Optional.of(reason), isReversal);
    }

    @ParameterizedTest
    @EnumSource(PaymentState.class)
    void a_reversed_return_pays_nothing_in_any_state(PaymentState now) {
        assertThat(Step.of(now, result(PaymentState.SETTLED, "", true)))
                .isEqualTo(new Step.Stay(Effect.CONFLICT));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "DU01",
                "DU02",
                "DU03 same PmtInfId",
                "DU04",
                "DU05",
                "DUPL",
                "AM05",
                "NARR Duplicate payment",
                "am05",
                "重复支付"
            })
    void a_failure_as_a_duplicate_is_unknown_since_the_first_may_have_been_paid(String reason) {
        assertThat(result(PaymentState.FAILED, reason, false).outcome())
                .isEqualTo(PaymentState.UNKNOWN);
        assertThat(result(PaymentState.RETURNED, reason, false).outcome())
                .isEqualTo(PaymentState.RETURNED);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "AB01",
                "AB03",
                "AB05",
                "AB06 TimeoutInstructedAgent",
                "ab05",
                "NARR time-out at the other bank",
                "request timed out",
                "Timeout",
                "交易超时"
            })
    void a_failure_for_a_time_out_is_unknown_since_a_silent_bank_may_have_paid(String reason) {
        assertThat(result(PaymentState.FAILED, reason, false).outcome())
                .isEqualTo(PaymentState.UNKNOWN);
        assertThat(result(PaymentState.RETURNED, reason, false).outcome())
                .isEqualTo(PaymentState.RETURNED);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "AB02", "AB04", "AB07", "AB08", "AB050", "XAB05", "AC01", "AM04", "BE01", "XDU01",
                "AM050", "MS03", "账户已销户"
            })
    void other_reasons_are_failures(String reason) {
        assertThat(result(PaymentState.FAILED, reason, false).outcome())
                .isEqualTo(PaymentState.FAILED);
    }

    @Test
    void no_state_that_can_be_paid_again_becomes_settled() {
        for (var now : EnumSet.of(PaymentState.FAILED, PaymentState.RETURNED)) {
            assertThat(Step.of(now, result(PaymentState.SETTLED, "", false)))
                    .isInstanceOf(Step.Stay.class);
        }
    }
}
