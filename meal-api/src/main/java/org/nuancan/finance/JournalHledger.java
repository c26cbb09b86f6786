package org.nuancan.finance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.sql.Connection;
import java.sql.SQLException;
import org.nuancan.ledger.JournalLines;
import org.nuancan.ledger.JournalLines.Line;

/// Writes journals as plain text that the program `hledger` reads: `hledger bal` comes to the
/// balances of the books.
final class JournalHledger {

    private final Writer out;
    private long journal;

    JournalHledger(Writer out) {
        this.out = out;
    }

    void write(Connection connection, JournalLines lines, JournalExport.Head head)
            throws IOException, SQLException {
        var extent = head.extent();
        var control = head.control();
        out.write(
                """
                ; Nuancan %s to %s, as of %s: %d journals, %d postings, debits %s CNY
                decimal-mark .
                commodity 1000.00 CNY
                """
                        .formatted(
                                extent.from(),
                                extent.through(),
                                head.asOf(),
                                control.journals(),
                                control.postings(),
                                control.debits().inYuan()));
        lines.each(connection, extent, this::take);
        out.flush();
    }

    private void take(Line line) {
        try {
            if (line.journalId() != journal) {
                journal = line.journalId();
                out.write(
                        "\n%s (%d) %s %s %d\n"
                                .formatted(
                                        line.dates().booking(),
                                        line.journalId(),
                                        line.kind(),
                                        line.cause().kind(),
                                        line.cause().id()));
            }
            out.write(
                    "    %s  %s CNY\n"
                            .formatted(
                                    account(line.posting().account().name()),
                                    line.posting().fen().inYuan()));
        } catch (IOException exception) {
            throw new UncheckedIOException(exception);
        }
    }

    /// Two blanks end a name there, and a semicolon begins a remark.
    static String account(String name) {
        return name.replaceAll("\\s+", " ").replace(';', '；');
    }
}
