package org.nuancan.finance.payment;

import io.micronaut.http.HttpResponse;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.nuancan.access.Caller;
import org.nuancan.finance.Districts;
import org.nuancan.finance.View;
import org.nuancan.http.Paging;
import org.nuancan.http.idempotency.Answer;
import org.nuancan.http.idempotency.IdempotencyKey;
import org.nuancan.http.idempotency.IdempotencyKeys;
import org.nuancan.http.problem.ProblemCode;
import org.nuancan.http.problem.ProblemException;
import org.nuancan.http.text.Id;
import org.nuancan.money.Fen;
import org.nuancan.payment.BankFile;
import org.nuancan.payment.Batch;
import org.nuancan.payment.BatchOutcome;
import org.nuancan.payment.Batches;
import org.nuancan.payment.Debtor;
import org.nuancan.payment.Payees;

/// Makes batches for callers and reads them.
@Singleton
final class PaymentBatchService {

    /// A file for the bank.
    record BankText(String text, String name, int payments, Fen sum, Instant asOf) {}

    private final IdempotencyKeys keys;
    private final Batches batches;
    private final Accounts accounts;

    /// The accounts of payees and payers.
    @Singleton
    record Accounts(Payees payees, List<PayingAccount> paying) {

        Debtor debtor(String districtCode) {
            return paying.stream()
                    .filter(one -> one.districtCode().equals(districtCode))
                    .findFirst()
                    .map(PayingAccount::debtor)
                    .orElseGet(() -> Debtor.of(districtCode));
        }
    }

    PaymentBatchService(IdempotencyKeys keys, Batches batches, Accounts accounts) {
        this.keys = keys;
        this.batches = batches;
        this.accounts = accounts;
    }

    HttpResponse<BatchAnswer> make(IdempotencyKey key, NewBatch newBatch, Caller caller) {
        var payer = Districts.payer(caller, newBatch.districtCode());
        batches.prepare();
        return keys.once(
                key,
                newBatch,
                _ ->
                        switch (batches.make(
                                newBatch.districtCode(), newBatch.throughDate(), payer)) {
                            case BatchOutcome.Made(var batch, var waiting) ->
                                    Answer.created(BatchAnswer.of(batch, waiting));
                            case BatchOutcome.NothingToPay(var waiting) ->
                                    throw ProblemException.with(
                                            ProblemCode.NOTHING_TO_PAY,
                                            Map.of(
                                                    "waiting",
                                                    waiting.stream()
                                                            .map(BatchAnswer.Waiting::of)
                                                            .toList()));
                            case BatchOutcome.SecondPerson(var statementId, var level) ->
                                    throw ProblemException.with(
                                            ProblemCode.STATEMENT_SECOND_PERSON,
                                            Map.of(
                                                    "statementId",
                                                    new Id(statementId),
                                                    "level",
                                                    level));
                        });
    }

    List<BatchAnswer> list(Paging paging, Caller caller) {
        var before = paging.cursor().map(cursor -> cursor.number(0)).orElse(Long.MAX_VALUE);
        return batches.list(View.district(caller), before, paging.rows()).stream()
                .map(batch -> BatchAnswer.of(batch, List.of()))
                .toList();
    }

    BatchAnswer one(Id batchId, Caller caller) {
        return BatchAnswer.of(find(batchId, caller), List.of());
    }

    /// @throws ProblemException `NOT_FOUND` if it does not exist or is not the caller's
    Batch find(Id batchId, Caller caller) {
        return batches.find(batchId.value())
                .filter(batch -> caller.covers(batch.districtCode()))
                .orElseThrow(() -> ProblemException.of(ProblemCode.NOT_FOUND));
    }

    /// @throws ProblemException `NOTHING_TO_PAY` for a batch without a payment
    BankText file(Id batchId, PaymentController.Format format, Caller caller) {
        var batch = find(batchId, caller);
        if (batch.payments().isEmpty()) {
            throw ProblemException.of(ProblemCode.NOTHING_TO_PAY);
        }
        var text =
                switch (format) {
                    case csv -> BankFile.csv(batch, this::accountNumber);
                    case pain001 ->
                            BankFile.pain001(
                                    batch,
                                    accounts.debtor(batch.districtCode()),
                                    this::accountNumber);
                };
        return new BankText(
                text, batch.messageId(), batch.payments().size(), batch.sum(), batch.madeAt());
    }

    private String accountNumber(Batch.Payment payment) {
        return accounts.payees().open(payment.paymentId(), payment.to().sealedNumber());
    }
}
