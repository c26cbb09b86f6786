package org.nuancan.finance.payment;

import static java.util.stream.Collectors.toMap;

import io.micronaut.core.annotation.Introspected;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.nuancan.bank.advice.Place;
import org.nuancan.finance.Districts;
import org.nuancan.http.text.Id;
import org.nuancan.http.text.Verbatim;
import org.nuancan.money.Fen;
import org.nuancan.payment.Batch;
import org.nuancan.payment.PaymentState;
import org.nuancan.payment.answer.BankAnswer.Definite;
import org.nuancan.payment.answer.Result;
import org.nuancan.text.TextReading;
import org.nuancan.text.TextRule;

/// The bank's results for the payments of a batch.
@Introspected
record BankResults(@NotEmpty @Size(max = 10_000) List<@NotNull @Valid Line> results) {

    /// The result of one payment, named by `paymentId` or by `endToEndId`.
    ///
    /// @param outcome `SETTLED`, `FAILED`, `RETURNED` or `UNKNOWN`
    /// @param fen the amount that the bank reports
    /// @param reason required for a payment that failed or was returned
    @Introspected
    record Line(
            @Nullable Id paymentId,
            @Nullable @Verbatim @Size(min = 1, max = 35) @Pattern(regexp = "[!-~]+")
                    String endToEndId,
            @NotNull PaymentState outcome,
            @Nullable Fen fen,
            @Nullable @Size(min = 1, max = 500) String reason) {}

    private static final TextRule NAME = TextRule.identifier(35);

    /// The results in terms of the batch.
    List<Definite> of(Batch batch) {
        var endToEndIds =
                batch.payments().stream()
                        .collect(toMap(Batch.Payment::paymentId, Batch.Payment::endToEndId));
        var definite = new ArrayList<Definite>();
        for (var line : results) {
            var at = "/results/" + definite.size();
            definite.add(new Definite(new Place(at, 0), result(endToEndIds, line, at)));
        }
        return definite;
    }

    private static Result result(Map<Long, String> endToEndIds, Line line, String at) {
        if (line.outcome() == PaymentState.SENT) {
            throw Districts.invalid(at + "/outcome", "银行不会这样说 / no bank says so");
        }
        var failed =
                line.outcome() == PaymentState.FAILED || line.outcome() == PaymentState.RETURNED;
        if (failed && line.reason() == null) {
            throw Districts.invalid(at + "/reason", "失败须有原因 / a failure has a reason");
        }
        return new Result(
                endToEndId(endToEndIds, line, at),
                line.outcome(),
                Optional.ofNullable(line.fen()),
                Optional.ofNullable(line.reason()));
    }

    /// Whether a name is an end-to-end id of this system. Such a name contains an id that may look
    /// like an ID number.
    private static boolean isOurs(Map<Long, String> endToEndIds, String name) {
        return endToEndIds.containsValue(name);
    }

    private static String endToEndId(Map<Long, String> endToEndIds, Line line, String at) {
        var byId = line.paymentId();
        var byName = line.endToEndId();
        if (byId == null) {
            if (byName == null) {
                throw Districts.invalid(at, "缺 paymentId 或 endToEndId / names no payment");
            }
            if (!isOurs(endToEndIds, byName) && NAME.read(byName) instanceof TextReading.Refused) {
                throw Districts.invalid(
                        at + "/endToEndId",
                        "须为可打印 ASCII 字符，且不得含公民身份号码 / must be printable ASCII and hold no ID"
                                + " number");
            }
            return byName;
        }
        var ofId = Optional.ofNullable(endToEndIds.get(byId.value()));
        if (byName != null && !ofId.equals(Optional.of(byName))) {
            throw Districts.invalid(
                    at + "/endToEndId",
                    "与 paymentId 不是同一笔付款 / not the payment that paymentId names");
        }
        return ofId.orElseGet(byId::text);
    }
}
