package org.nuancan.finance.payment;

import io.micronaut.http.HttpResponse;
import jakarta.inject.Singleton;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.nuancan.access.Caller;
import org.nuancan.finance.Districts;
import org.nuancan.http.idempotency.Answer;
import org.nuancan.http.idempotency.IdempotencyKey;
import org.nuancan.http.idempotency.IdempotencyKeys;
import org.nuancan.http.problem.ProblemCode;
import org.nuancan.http.problem.ProblemException;
import org.nuancan.http.text.Id;
import org.nuancan.payment.Batch;
import org.nuancan.payment.Batches;
import org.nuancan.payment.answer.BankAnswer;
import org.nuancan.payment.answer.BankAnswer.Reading;
import org.nuancan.payment.answer.LargeAnswers;
import org.nuancan.payment.answer.ReporterHasActed;
import org.nuancan.payment.answer.Result;
import org.nuancan.payment.answer.Results;
import org.nuancan.review.step.Reviewer;

/// Processes the results that the bank sends.
@Singleton
final class BankResultService {

    /// Greatest number of lines that a refusal names; the whole file should then be checked.
    private static final int MOST_UNREAD = 100;

    private final PaymentBatchService desk;
    private final IdempotencyKeys keys;
    private final Batches batches;
    private final Results results;
    private final LargeAnswers large;

    BankResultService(
            PaymentBatchService desk,
            IdempotencyKeys keys,
            Batches batches,
            Results results,
            LargeAnswers large) {
        this.desk = desk;
        this.keys = keys;
        this.batches = batches;
        this.results = results;
        this.large = large;
    }

    HttpResponse<ResultsAnswer> take(
            Id batchId, IdempotencyKey key, BankResults bankResults, Caller caller) {
        var batch = desk.find(batchId, caller);
        return taken(
                batch,
                key,
                bankResults,
                new Reading.Read(bankResults.of(batch), List.of()),
                caller);
    }

    /// @param charset the request's declared charset, if any
    HttpResponse<ResultsAnswer> takeFile(
            Id batchId, IdempotencyKey key, byte[] file, Optional<String> charset, Caller caller) {
        var batch = desk.find(batchId, caller);
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

    /// A hash that identifies the file, to compare the files of two requests.
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
        return LargeAnswers.isLarge(read)
                ? keys.<ResultsAnswer>find(key, content)
                        .orElseGet(() -> inPortions(batch, key, content, read, reporter))
                : atOnce(batch, key, content, read, reporter);
    }

    private HttpResponse<ResultsAnswer> atOnce(
            Batch batch, IdempotencyKey key, Object content, Reading.Read read, Reviewer reporter) {
        batches.prepare();
        return keys.once(
                key,
                content,
                _ -> Answer.ok(ResultsAnswer.of(batch, take(batch, read, reporter), read.rest())));
    }

    private List<Result.Taken> take(Batch batch, Reading.Read read, Reviewer reporter) {
        try {
            return results.take(batch, read.told(), read.rest(), reporter);
        } catch (ReporterHasActed refused) {
            throw secondPerson(refused);
        }
    }

    private HttpResponse<ResultsAnswer> inPortions(
            Batch batch, IdempotencyKey key, Object content, Reading.Read read, Reviewer reporter) {
        var answerId = work(batch, read, reporter);
        return keys.once(
                key, content, _ -> Answer.ok(ResultsAnswer.of(batch, large.end(answerId))));
    }

    private long work(Batch batch, Reading.Read read, Reviewer reporter) {
        try {
            return large.work(batch, read, reporter);
        } catch (ReporterHasActed refused) {
            throw secondPerson(refused);
        }
    }

    /// The problem for a reporter who acted on a statement at an earlier level.
    private static ProblemException secondPerson(ReporterHasActed refused) {
        return ProblemException.with(
                ProblemCode.STATEMENT_SECOND_PERSON,
                Map.of("statementId", new Id(refused.statementId()), "level", refused.level()));
    }
}
