package org.nuancan.treasury;

import io.micronaut.http.HttpResponse;
import jakarta.inject.Singleton;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.nuancan.access.Caller;
import org.nuancan.db.Transactions;
import org.nuancan.finance.View;
import org.nuancan.http.Answer;
import org.nuancan.http.Id;
import org.nuancan.http.IdempotencyKey;
import org.nuancan.http.IdempotencyKeys;
import org.nuancan.http.Paging;
import org.nuancan.http.ProblemCode;
import org.nuancan.http.ProblemException;
import org.nuancan.money.Fen;
import org.nuancan.payment.BankAnswer;
import org.nuancan.payment.BankAnswer.Reading;
import org.nuancan.payment.BankFile;
import org.nuancan.payment.Batch;
import org.nuancan.payment.BatchOutcome;
import org.nuancan.payment.Batches;
import org.nuancan.payment.Debtor;
import org.nuancan.payment.Payees;
import org.nuancan.payment.ReporterHasActed;
import org.nuancan.payment.Result;
import org.nuancan.payment.Results;
import org.nuancan.review.Reviewer;

/// Makes batches for callers, and takes what the bank answers.
@Singleton
final class PaymentDesk {

    /// How many lines a refusal names; the file is to be looked at as a whole then.
    private static final int MOST_UNREAD = 100;

    /// A file for the bank.
    record BankText(String text, String name, int payments, Fen sum, Instant asOf) {}

    private final Transactions transactions;
    private final IdempotencyKeys keys;
    private final Batches batches;
    private final Results results;
    private final Accounts accounts;

    /// Whose money goes where.
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

    PaymentDesk(
            Transactions transactions,
            IdempotencyKeys keys,
            Batches batches,
            Results results,
            Accounts accounts) {
        this.transactions = transactions;
        this.keys = keys;
        this.batches = batches;
        this.results = results;
        this.accounts = accounts;
    }

    HttpResponse<BatchAnswer> make(IdempotencyKey key, NewBatch wanted, Caller caller) {
        var payer = Districts.payer(caller, wanted.districtCode());
        batches.prepare();
        return keys.once(
                key,
                wanted,
                connection ->
                        switch (batches.make(
                                connection, wanted.districtCode(), wanted.throughDate(), payer)) {
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
        return transactions
                .reading(connection ->
                        batches.list(connection, View.district(caller), before, paging.rows()))
                .stream()
                .map(batch -> BatchAnswer.of(batch, List.of()))
                .toList();
    }

    BatchAnswer one(Id batchId, Caller caller) {
        return BatchAnswer.of(find(batchId, caller), List.of());
    }

    private Batch find(Id batchId, Caller caller) {
        return transactions.reading(connection -> find(connection, batchId, caller));
    }

    /// @throws ProblemException `NOT_FOUND` if there is none, or it is not the caller's
    private Batch find(Connection connection, Id batchId, Caller caller) throws SQLException {
        return batches.find(connection, batchId.value())
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

    HttpResponse<ResultsAnswer> take(
            Id batchId, IdempotencyKey key, BankResults told, Caller caller) {
        var batch = find(batchId, caller);
        return taken(batch, key, told, new Reading.Read(told.of(batch), List.of()), caller);
    }

    /// @param charset that the request declares, if it does
    HttpResponse<ResultsAnswer> takeFile(
            Id batchId, IdempotencyKey key, byte[] file, Optional<String> charset, Caller caller) {
        var batch = find(batchId, caller);
        return switch (BankAnswer.read(file, charset, batch)) {
            case Reading.Read read -> taken(batch, key, fingerprint(file), read, caller);
            case Reading.Unreadable(var why, var line, var column, var rest) ->
                    throw ProblemException.with(
                            ProblemCode.BANK_FILE_UNREADABLE,
                            Map.of(
                                    "found",
                                    why,
                                    "line",
                                    line,
                                    "column",
                                    column,
                                    "unread",
                                    ResultsAnswer.unread(
                                            rest.subList(0, Math.min(MOST_UNREAD, rest.size())))));
            case Reading.UnknownCharset() ->
                    throw ProblemException.of(ProblemCode.UNSUPPORTED_MEDIA_TYPE);
            case Reading.TooLong(var most) ->
                    throw ProblemException.with(
                            ProblemCode.PAYLOAD_TOO_LARGE, Map.of("mostLines", most));
        };
    }

    /// Stands for the content of a file where requests are compared.
    private static String fingerprint(byte[] file) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(file));
        } catch (NoSuchAlgorithmException exception) {
            throw new IllegalStateException(exception);
        }
    }

    private HttpResponse<ResultsAnswer> taken(
            Batch batch, IdempotencyKey key, Object content, Reading.Read read, Caller caller) {
        var reporter = Districts.payer(caller, batch.districtCode());
        batches.prepare();
        return keys.once(
                key,
                content,
                connection ->
                        Answer.ok(
                                ResultsAnswer.of(
                                        batch,
                                        take(connection, batch, read, reporter),
                                        read.rest())));
    }

    /// @throws ProblemException `STATEMENT_SECOND_PERSON` for a reporter who took an earlier level
    private List<Result.Taken> take(
            Connection connection, Batch batch, Reading.Read read, Reviewer reporter)
            throws SQLException {
        try {
            return results.take(connection, batch, read.told(), read.rest(), reporter);
        } catch (ReporterHasActed refused) {
            throw ProblemException.with(
                    ProblemCode.STATEMENT_SECOND_PERSON,
                    Map.of("statementId", new Id(refused.statementId()), "level", refused.level()));
        }
    }
}
