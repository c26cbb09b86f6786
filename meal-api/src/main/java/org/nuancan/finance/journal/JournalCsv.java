package org.nuancan.finance.journal;

import java.io.IOException;
import java.io.Writer;
import java.util.OptionalLong;
import org.nuancan.ledger.reading.JournalLines;
import org.nuancan.ledger.reading.JournalLines.Extent;
import org.nuancan.text.SpreadsheetCsv;

/// Writes journals as CSV, one row for each posting. Names of accounts contain names of payers,
/// which users chose.
final class JournalCsv {

    private JournalCsv() {}

    static void write(JournalLines lines, Extent extent, Writer writer) throws IOException {
        var csv = new SpreadsheetCsv(writer);
        csv.row(
                "journalId",
                "kind",
                "causeKind",
                "causeId",
                "orderId",
                "siteId",
                "serviceDate",
                "bookingDate",
                "happenedAt",
                "line",
                "providerId",
                "account",
                "fen",
                "policyCode",
                "policyVersion",
                "policySide",
                "reason",
                "mirrors");
        lines.each(extent, line -> row(csv, line));
        writer.flush();
    }

    private static void row(SpreadsheetCsv csv, JournalLines.Line line) {
        var posting = line.posting();
        csv.row(
                Long.toString(line.journalId()),
                line.kind().name(),
                line.cause().kind().name(),
                Long.toString(line.cause().id()),
                text(line.subject().orderId()),
                text(line.subject().siteId()),
                line.dates().service().toString(),
                line.dates().booking().toString(),
                line.dates().happenedAt().toString(),
                Integer.toString(line.number()),
                Long.toString(posting.providerId()),
                posting.account().name(),
                posting.fen().value(),
                posting.policy().map(policy -> policy.code()).orElse(""),
                posting.policy().map(policy -> Integer.toString(policy.version())).orElse(""),
                posting.policy().map(policy -> policy.side().name()).orElse(""),
                posting.reason().orElse(""),
                posting.mirrors().isPresent()
                        ? Integer.toString(posting.mirrors().getAsInt())
                        : "");
    }

    private static String text(OptionalLong id) {
        return id.isPresent() ? Long.toString(id.getAsLong()) : "";
    }
}
