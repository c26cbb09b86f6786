package org.nuancan.finance;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.Writer;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.OptionalLong;
import org.nuancan.ledger.JournalLines;
import org.nuancan.ledger.JournalLines.Extent;

/// Writes journals as CSV, a row a posting. No text in it comes from a person.
final class JournalCsv {

    private JournalCsv() {}

    static void write(Connection connection, JournalLines lines, Extent extent, Writer writer)
            throws SQLException, IOException {
        var csv = CsvWriter.builder().build(writer);
        csv.writeRecord(
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
        lines.each(
                connection,
                extent,
                line ->
                        csv.writeRecord(
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
                                Long.toString(line.posting().providerId()),
                                line.posting().account().name(),
                                Long.toString(line.posting().fen().value()),
                                line.posting().policy().map(policy -> policy.code()).orElse(""),
                                line.posting()
                                        .policy()
                                        .map(policy -> Integer.toString(policy.version()))
                                        .orElse(""),
                                line.posting()
                                        .policy()
                                        .map(policy -> policy.side().name())
                                        .orElse(""),
                                line.posting().reason().orElse(""),
                                line.posting().mirrors().isPresent()
                                        ? Integer.toString(line.posting().mirrors().getAsInt())
                                        : ""));
        csv.flush();
    }

    private static String text(OptionalLong id) {
        return id.isPresent() ? Long.toString(id.getAsLong()) : "";
    }
}
