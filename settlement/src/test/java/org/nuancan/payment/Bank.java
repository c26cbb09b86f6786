package org.nuancan.payment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.nuancan.ledger.TenderType;
import org.nuancan.money.Fen;
import org.nuancan.receipt.Receipt;
import org.nuancan.receipt.ReceiptService;
import org.nuancan.receipt.Source;

/// The bank's answers and incoming money, chosen at random.
record Bank(Month month, Random dice) {

    void act() {
        if (dice.nextInt(3) == 0) {
            var _ = month.hall.pay(month.district, month.today().minusDays(dice.nextInt(3)));
        }
        answerSome();
        receiveSome();
    }

    private void answerSome() {
        for (var batch : month.hall.batches(month.district)) {
            for (var payment : batch.payments()) {
                var outcome =
                        switch (dice.nextInt(6)) {
                            case 0, 1 -> PaymentState.SETTLED;
                            case 2 -> PaymentState.FAILED;
                            case 3 -> PaymentState.UNKNOWN;
                            case 4 -> PaymentState.RETURNED;
                            default -> PaymentState.SENT;
                        };
                if (payment.state().next().contains(outcome)) {
                    var _ = month.hall.answer(batch, List.of(month.hall.result(payment, outcome)));
                }
            }
        }
    }

    private void receiveSome() {
        for (var payer : List.of("11", month.district)) {
            if (dice.nextInt(3) == 0) {
                receive(new Source.Payer(payer), 1 + dice.nextInt(3000));
            }
        }
        if (dice.nextInt(3) == 0) {
            receive(new Source.Tender(TenderType.ECNY), 1 + dice.nextInt(3000));
        }
        for (var provider : month.providers) {
            if (dice.nextInt(2) == 0) {
                receive(new Source.Provider(provider), 1 + dice.nextInt(600));
            }
        }
    }

    Receipt.Outcome receive(Source from, long fen) {
        var receipts = month.town.bean(ReceiptService.class);
        receipts.prepare();
        return month.town.in(connection ->
                receipts.record(
                        new ReceiptService.Money(
                                month.district,
                                from,
                                Fen.of(fen),
                                month.town.today(),
                                Long.toString(month.id()),
                                "finance")));
    }

    /// Approves, pays and receives everything possible.
    void toTheEnd() {
        for (var round = 0; round < 2; round++) {
            for (var batch : month.hall.batches(month.district)) {
                for (var payment : batch.payments()) {
                    if (payment.state().next().contains(PaymentState.SETTLED)) {
                        var _ =
                                month.hall.answer(
                                        batch,
                                        List.of(month.hall.result(payment, PaymentState.SETTLED)));
                    }
                }
            }
            month.hall.approveAll(month.district);
            var _ = month.hall.pay(month.district, month.today());
        }
        for (var batch : month.hall.batches(month.district)) {
            for (var payment : batch.payments()) {
                if (payment.state() == PaymentState.SENT) {
                    var _ =
                            month.hall.answer(
                                    batch,
                                    List.of(month.hall.result(payment, PaymentState.SETTLED)));
                }
            }
        }
        receiveAll();
        // After the providers' payments the rest comes to exactly nothing.
        var _ = month.hall.pay(month.district, month.today());
    }

    /// Receives the debt of every debtor.
    void receiveAll() {
        for (var balance : month.hall.balances(month.district).entrySet()) {
            var kind = balance.getKey().substring(0, balance.getKey().indexOf(':'));
            var owner = balance.getKey().substring(kind.length() + 1);
            if (balance.getValue() > 0) {
                switch (kind) {
                    case "claim" -> receive(new Source.Payer(owner), balance.getValue());
                    case "collected" ->
                            receive(
                                    new Source.Tender(TenderType.valueOf(owner)),
                                    balance.getValue());
                    case "payable" ->
                            assertThat(
                                            receive(
                                                    new Source.Provider(Long.parseLong(owner)),
                                                    balance.getValue()))
                                    .isInstanceOf(Receipt.Outcome.Recorded.class);
                    default -> {
                        // No payment is due for these accounts.
                    }
                }
            }
        }
    }
}
