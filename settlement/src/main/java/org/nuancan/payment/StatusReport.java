package org.nuancan.payment;

import com.prowidesoftware.swift.model.mx.dic.CustomerPaymentStatusReportV10;
import com.prowidesoftware.swift.model.mx.dic.OriginalGroupHeader17;
import com.prowidesoftware.swift.model.mx.dic.OriginalPaymentInstruction32;
import com.prowidesoftware.swift.model.mx.dic.PaymentTransaction105;
import com.prowidesoftware.swift.model.mx.dic.StatusReasonInformation12;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// `pain.002.001.10`: what became of a message, payment by payment or all at once.
final class StatusReport {

    /// What is said of all payments of a message that are not named by themselves.
    private record Whole(
            String messageId, @Nullable String status, List<StatusReasonInformation12> why) {

        static Whole of(OriginalGroupHeader17 group) {
            return new Whole(
                    Objects.requireNonNullElse(group.getOrgnlMsgId(), ""),
                    group.getGrpSts(),
                    group.getStsRsnInf());
        }

        static Whole of(OriginalPaymentInstruction32 part) {
            return new Whole(
                    Objects.requireNonNullElse(part.getOrgnlPmtInfId(), ""),
                    part.getPmtInfSts(),
                    part.getStsRsnInf());
        }
    }

    private StatusReport() {}

    /// @return empty if it says nothing of any payment
    static Optional<List<Result>> read(CustomerPaymentStatusReportV10 report, Batch batch) {
        var single =
                report.getOrgnlPmtInfAndSts().stream()
                        .flatMap(one -> one.getTxInfAndSts().stream())
                        .toList();
        var whole =
                Stream.concat(
                                report.getOrgnlPmtInfAndSts().stream().map(Whole::of),
                                Stream.ofNullable(report.getOrgnlGrpInfAndSts()).map(Whole::of))
                        .filter(one -> one.status() != null)
                        .toList();
        return single.isEmpty() && whole.isEmpty()
                ? Optional.empty()
                : Optional.of(results(single, whole, batch));
    }

    private static List<Result> results(
            List<PaymentTransaction105> single, List<Whole> whole, Batch batch) {
        var results = new ArrayList<Result>();
        var named = new HashSet<String>();
        for (var one : single) {
            var id = Objects.requireNonNullElse(one.getOrgnlEndToEndId(), "");
            named.add(id);
            outcome(one.getTxSts())
                    .ifPresent(to -> results.add(result(id, to, one.getStsRsnInf())));
        }
        for (var one : whole) {
            outcome(one.status())
                    .ifPresent(to ->
                            ids(one, batch).stream()
                                    .filter(named::add)
                                    .forEach(id -> results.add(result(id, to, one.why()))));
        }
        return List.copyOf(results);
    }

    /// Of a message that is not the batch's none of its payments is meant: the message stands for
    /// them, so that somebody looks at it.
    private static List<String> ids(Whole whole, Batch batch) {
        return whole.messageId().equals(batch.messageId())
                ? batch.payments().stream().map(Batch.Payment::endToEndId).toList()
                : List.of(whole.messageId());
    }

    private static Result result(String id, PaymentState to, List<StatusReasonInformation12> why) {
        return new Result(id, to, Optional.empty(), reason(why));
    }

    /// What is still on its way says nothing.
    private static Optional<PaymentState> outcome(@Nullable String status) {
        return switch (Objects.requireNonNullElse(status, "")) {
            case "ACSC", "ACCC" -> Optional.of(PaymentState.SETTLED);
            case "RJCT", "CANC" -> Optional.of(PaymentState.FAILED);
            case "PDNG" -> Optional.of(PaymentState.UNKNOWN);
            default -> Optional.empty();
        };
    }

    private static Optional<String> reason(List<StatusReasonInformation12> given) {
        var words =
                given.stream()
                        .flatMap(one ->
                                Stream.concat(
                                        Stream.ofNullable(one.getRsn())
                                                .map(reason ->
                                                        reason.getCd() == null
                                                                ? reason.getPrtry()
                                                                : reason.getCd()),
                                        one.getAddtlInf().stream()))
                        .filter(Objects::nonNull)
                        .collect(Collectors.joining(" "));
        return words.isEmpty() ? Optional.empty() : Optional.of(BankAnswer.cut(words));
    }
}
