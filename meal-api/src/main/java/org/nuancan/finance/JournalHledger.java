package org.nuancan.finance;

import org.nuancan.day.BusinessDay;
import org.nuancan.ledger.JournalLines;
import org.nuancan.ledger.JournalLines.Control;
import org.nuancan.ledger.JournalLines.Line;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;

/// Writes journals as plain text that the program `hledger` reads: `hledger bal` comes to the
/// balances of the books.
final class JournalHledger {

    private final Writer out;
    private long journal;

    JournalHledger(Writer out) {
        this.out = out;
    }

    void write(
            Connection connection,
            JournalLines lines,
            BusinessDay day,
            Optional<String> district,
            Control control)
            throws IOException, SQLException {
        out.write(
                """
                ; Nuancan %s: %d journals, %d postings, debits %s CNY
                decimal-mark .
                commodity 1000.00 CNY
                """
                        .formatted(
                                day,
                                control.journals(),
                                control.postings(),
                                control.debits().inYuan()));
        lines.each(connection, day, district, this::take);
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
