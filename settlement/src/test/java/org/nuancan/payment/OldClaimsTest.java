package org.nuancan.payment;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.nuancan.day.BusinessDay;
import org.nuancan.day.SettableClock;
import org.nuancan.ledger.TenderType;
import org.nuancan.money.Fen;
import org.nuancan.payment.Town.Lunch;
import org.nuancan.receipt.Receipt;
import org.nuancan.receipt.ReceiptService;
import org.nuancan.receipt.Source;
import org.nuancan.retention.Retention;

class OldClaimsTest {

    private static final String DISTRICT = "110105";
    private static final LocalDate DAY = LocalDate.of(2026, 11, 2);
    private static final Town TOWN = new Town(Map.of("nuancan.retention.statements", "P10D"));

    @AfterAll
    static void end() {
        TOWN.close();
    }

    @Test
    void a_claim_that_is_never_paid_keeps_its_own_statement_and_no_younger_one() {
        var month = new Month(TOWN, DISTRICT, DAY);
        // The city pays for the first meal, the district for the second.
        sell(month, 0, 0, 300);
        month.close();
        sell(month, 1, 1, 0);
        month.close();
        month.hall.approveAll(DISTRICT);
        var batch = ((BatchOutcome.Made) month.hall.pay(DISTRICT, month.today())).batch();
        for (var payment : batch.payments()) {
            var _ =
                    month.hall.answer(
                            batch, List.of(month.hall.result(payment, PaymentState.SETTLED)));
        }
        assertThat(fromTheDistrict(1)).isInstanceOf(Receipt.Outcome.Recorded.class);

        TOWN.bean(SettableClock.class)
                .set(new BusinessDay(DAY.plusDays(20)).begins().plusSeconds(3600));
        var run =
                TOWN.bean(Retention.class).run().stream()
                        .filter(result -> result.kind().equals("statements"))
                        .findFirst()
                        .orElseThrow();

        assertThat(run.due()).isEqualTo(2);
        assertThat(run.deleted()).isEqualTo(1);
        assertThat(month.hall.statements(DISTRICT))
                .extracting(TownHall.Standing::provider)
                .containsExactly(month.providers.getFirst());
    }

    private static void sell(Month month, int nth, long granted, long incentive) {
        var _ =
                TOWN.sell(
                        new Lunch(
                                month.providers.get(nth),
                                DISTRICT,
                                month.elders.get(nth),
                                1800,
                                granted,
                                incentive,
                                0,
                                TenderType.ECNY,
                                month.today()));
    }

    private static Receipt.Outcome fromTheDistrict(long fen) {
        var receipts = TOWN.bean(ReceiptService.class);
        receipts.prepare();
        return TOWN.in(connection ->
                receipts.record(
                        new ReceiptService.Money(
                                DISTRICT,
                                new Source.Payer(DISTRICT),
                                Fen.of(fen),
                                TOWN.today(),
                                "A-1",
                                "finance")));
    }
}
