package org.nuancan.payment;

import com.prowidesoftware.swift.model.mx.MxCamt05400108;
import com.prowidesoftware.swift.model.mx.MxPain00200110;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.nuancan.money.Fen;

/// Reads what banks answer: `pain.002.001.10` ([StatusReport]), `camt.054.001.08` ([Notification]),
/// or a CSV with the columns `endToEndId,outcome,amountFen,reason`.
public final class BankAnswer {

    private static final int REASON = 500;

    private BankAnswer() {}

    /// Reads a file of one of the three kinds.
    ///
    /// @param batch that it answers
    /// @return empty if it is none of them, or says nothing of any payment
    public static Optional<List<Result>> read(String text, Batch batch) {
        var bare = withoutMark(text).strip();
        if (bare.contains("<!DOCTYPE")) {
            return Optional.empty();
        }
        if (bare.contains("urn:iso:std:iso:20022:tech:xsd:pain.002.001.10")) {
            return Optional.ofNullable(MxPain00200110.parse(bare))
                    .map(MxPain00200110::getCstmrPmtStsRpt)
                    .flatMap(report -> StatusReport.read(report, batch));
        }
        if (bare.contains("urn:iso:std:iso:20022:tech:xsd:camt.054.001.08")) {
            return Optional.ofNullable(MxCamt05400108.parse(bare))
                    .map(MxCamt05400108::getBkToCstmrDbtCdtNtfctn)
                    .flatMap(Notification::read);
        }
        return bare.startsWith("endToEndId") ? csv(bare) : Optional.empty();
    }

    /// A spreadsheet leads what it saves as UTF-8 by a byte order mark.
    private static String withoutMark(String text) {
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
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
        return results.isEmpty()
                        || results.stream().anyMatch(one -> one.outcome() == PaymentState.SENT)
                ? Optional.empty()
                : Optional.of(List.copyOf(results));
    }

    /// As much of the bank's words as is kept.
    static String cut(String text) {
        return text.substring(0, Math.min(REASON, text.length()));
    }
}
