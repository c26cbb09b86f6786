package org.nuancan.finance.payment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.nuancan.http.Reply;

/// The same request sent twenty times at once is done once.
class SentTwentyTimesTest {

    private static final Treasury MONEY = Treasury.shared();

    @BeforeEach
    void next_day() {
        MONEY.nextDay();
    }

    @Test
    void sent_twenty_times_at_once_everything_takes_effect_once() throws Exception {
        var canteen = MONEY.canteen("110309", 3);
        MONEY.close();
        var statement = MONEY.statement(canteen);
        MONEY.approve(statement, canteen, "officer");
        var payer = MONEY.finance("110309");

        var batches = Treasury.atOnce(20, () -> MONEY.pay(payer, "110309"));
        assertThat(batches.stream().filter(one -> one.status() == 201)).hasSize(1);
        var batch = batches.stream().filter(one -> one.status() == 201).findFirst().orElseThrow();

        var settled = Treasury.atOnce(20, () -> MONEY.answer(batch, "SETTLED"));
        assertThat(settled).allMatch(one -> one.status() == 200);
        assertThat(settled.stream().filter(one -> one.text("/results/0/effect").equals("APPLIED")))
                .hasSize(1);

        var received =
                Treasury.atOnce(
                        20,
                        () -> MONEY.receive("110309", Map.of("payer", "11"), 3 * 550, "TWENTY"));
        assertThat(received.stream().filter(one -> one.status() == 201)).hasSize(1);
        var same = payer.withNewKey();
        var replayed =
                Treasury.atOnce(
                        20,
                        () ->
                                same.post(
                                        "/v1/finance/receipts",
                                        MONEY.money(
                                                "110309",
                                                Map.of("payer", "110309"),
                                                3 * 250,
                                                "SAME")));
        assertThat(replayed).allMatch(one -> one.status() == 201 || one.status() == 409);
        assertThat(MONEY.balances("110309"))
                .containsEntry("bank:110309", 0L)
                .containsEntry("transit:110309", 0L)
                .containsEntry("claim:11", 0L)
                .containsEntry("claim:110309", 0L)
                .containsEntry("payable:" + canteen.providerId(), 0L);
    }

    @Test
    void a_payment_that_fails_or_comes_back_is_booked_back_once() throws Exception {
        var canteen = MONEY.canteen("110312", 2);
        MONEY.close();
        var statement = MONEY.statement(canteen);
        MONEY.approve(statement, canteen, "officer");
        var owed = -2 * Treasury.OWED;

        var first = MONEY.pay(MONEY.finance("110312"), "110312");
        assertThat(applied(() -> MONEY.answer(first, "FAILED"))).isEqualTo(1);
        assertThat(MONEY.balances("110312"))
                .containsEntry("transit:110312", 0L)
                .containsEntry("payable:" + canteen.providerId(), owed);

        var second = MONEY.pay(MONEY.finance("110312"), "110312");
        assertThat(applied(() -> MONEY.answer(second, "SETTLED"))).isEqualTo(1);
        assertThat(applied(() -> MONEY.answer(second, "RETURNED"))).isEqualTo(1);
        assertThat(MONEY.state(statement)).isEqualTo("PAYMENT_FAILED");
        assertThat(MONEY.balances("110312"))
                .containsEntry("transit:110312", 0L)
                .containsEntry("bank:110312", 0L)
                .containsEntry("payable:" + canteen.providerId(), owed);
    }

    /// Each of the twenty with a key of its own: it is the payment's state that lets one through.
    private static long applied(Callable<Reply> answer) throws Exception {
        var replies = Treasury.atOnce(20, answer);
        assertThat(replies).allMatch(one -> one.status() == 200);
        return replies.stream()
                .filter(one -> one.text("/results/0/effect").equals("APPLIED"))
                .count();
    }
}
