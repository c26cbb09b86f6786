package org.nuancan.payment;

import com.prowidesoftware.swift.model.mx.MxCamt05400108;
import com.prowidesoftware.swift.model.mx.MxPain00200110;
import com.prowidesoftware.swift.model.mx.dic.BankToCustomerDebitCreditNotificationV08;
import com.prowidesoftware.swift.model.mx.dic.CreditDebitCode;
import com.prowidesoftware.swift.model.mx.dic.CustomerPaymentStatusReportV10;
import com.prowidesoftware.swift.model.mx.dic.EntryTransaction10;
import com.prowidesoftware.swift.model.mx.dic.PaymentTransaction105;
import com.prowidesoftware.swift.model.mx.dic.StatusReasonInformation12;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.nuancan.money.Fen;

/// Reads what banks answer: `pain.002.001.10`, `camt.054.001.08`, or a CSV with the columns
/// `endToEndId,outcome,amountFen,reason`.
public final class BankAnswer {

    private static final int REASON = 500;
    private static final int FEN_DIGITS = 2;

    private BankAnswer() {}

    /// Reads a file of one of the three kinds.
    ///
    /// @return empty if it is none of them
    public static Optional<List<Result>> read(String text) {
        var bare = text.strip();
        if (bare.contains("<!DOCTYPE")) {
            return Optional.empty();
        }
        if (bare.contains("urn:iso:std:iso:20022:tech:xsd:pain.002.001.10")) {
            return Optional.ofNullable(MxPain00200110.parse(bare))
                    .map(MxPain00200110::getCstmrPmtStsRpt)
                    .map(BankAnswer::report);
        }
        if (bare.contains("urn:iso:std:iso:20022:tech:xsd:camt.054.001.08")) {
            return Optional.ofNullable(MxCamt05400108.parse(bare))
                    .map(MxCamt05400108::getBkToCstmrDbtCdtNtfctn)
                    .map(BankAnswer::notification);
        }
        return bare.startsWith("endToEndId") ? csv(bare) : Optional.empty();
    }

    private static List<Result> report(CustomerPaymentStatusReportV10 report) {
        var results = new ArrayList<Result>();
        report.getOrgnlPmtInfAndSts().stream()
                .flatMap(one -> one.getTxInfAndSts().stream())
                .forEach(one -> status(one).ifPresent(results::add));
        return List.copyOf(results);
    }

    /// What is still on its way says nothing.
    private static Optional<Result> status(PaymentTransaction105 one) {
        var outcome =
                switch (Objects.requireNonNullElse(one.getTxSts(), "")) {
                    case "ACSC", "ACCC" -> Optional.of(PaymentState.SETTLED);
                    case "RJCT", "CANC" -> Optional.of(PaymentState.FAILED);
                    case "PDNG" -> Optional.of(PaymentState.UNKNOWN);
                    default -> Optional.<PaymentState>empty();
                };
        var id = Objects.requireNonNullElse(one.getOrgnlEndToEndId(), "");
        return outcome.map(to -> new Result(id, to, Optional.empty(), reason(one.getStsRsnInf())));
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
        return words.isEmpty() ? Optional.empty() : Optional.of(cut(words));
    }

    private static List<Result> notification(BankToCustomerDebitCreditNotificationV08 told) {
        return told.getNtfctn().stream()
                .flatMap(one -> one.getNtry().stream())
                .flatMap(entry ->
                        entry.getNtryDtls().stream()
                                .flatMap(details -> details.getTxDtls().stream())
                                .map(details -> booked(details, entry.getCdtDbtInd())))
                .flatMap(Optional::stream)
                .toList();
    }

    /// Money that went out has arrived; money that came in with the same id was returned.
    private static Optional<Result> booked(EntryTransaction10 one, CreditDebitCode ofEntry) {
        var way = one.getCdtDbtInd() == null ? ofEntry : one.getCdtDbtInd();
        var id = one.getRefs() == null ? null : one.getRefs().getEndToEndId();
        if (id == null || way == null) {
            return Optional.empty();
        }
        var amount = one.getAmt() == null ? null : one.getAmt().getValue();
        var reason =
                one.getRtrInf() == null || one.getRtrInf().getRsn() == null
                        ? null
                        : one.getRtrInf().getRsn().getCd();
        return Optional.of(
                new Result(
                        id,
                        way == CreditDebitCode.CRDT ? PaymentState.RETURNED : PaymentState.SETTLED,
                        amount == null ? Optional.empty() : fen(amount),
                        Optional.ofNullable(reason)));
    }

    private static Optional<Fen> fen(BigDecimal amount) {
        try {
            return Optional.of(Fen.of(amount.movePointRight(FEN_DIGITS).longValueExact()));
        } catch (ArithmeticException _) {
            // No amount of ours: it differs from every one.
            return Optional.of(Fen.of(-1));
        }
    }

    private static Optional<List<Result>> csv(String text) {
        var results = new ArrayList<Result>();
        try (var reader = CsvReader.builder().ofNamedCsvRecord(text)) {
            for (var row : reader) {
                var amount = row.findField("amountFen").filter(field -> !field.isBlank());
                results.add(
                        new Result(
                                row.getField("endToEndId"),
                                PaymentState.valueOf(row.getField("outcome")),
                                amount.map(field -> Fen.of(Long.parseLong(field))),
                                row.findField("reason")
                                        .filter(field -> !field.isBlank())
                                        .map(BankAnswer::cut)));
            }
        } catch (CsvParseException
                | NoSuchElementException
                | IllegalArgumentException
                | java.io.IOException _) {
            return Optional.empty();
        }
        return results.stream().anyMatch(one -> one.outcome() == PaymentState.SENT)
                ? Optional.empty()
                : Optional.of(List.copyOf(results));
    }

    private static String cut(String text) {
        return text.substring(0, Math.min(REASON, text.length()));
    }
}
