package org.nuancan.finance.journal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.nuancan.ledger.reading.JournalLines;
import org.nuancan.ledger.reading.JournalLines.Line;

/// Writes journals as plain text for the program `hledger`: `hledger bal` computes the balances of
/// the ledger.
final class JournalHledger {

    private static final Pattern CHARITY =
            Pattern.compile("(?<prefix>claim:CHARITY:)(?<name>.*)", Pattern.DOTALL);

    private final Writer out;
    private long journal;

    JournalHledger(Writer out) {
        this.out = out;
    }

    void write(JournalLines lines, JournalExport.Head head) throws IOException {
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
        lines.each(extent, this::take);
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

    /// A name that hledger reads without error. In hledger, two blanks end a name, a semicolon
    /// begins a comment and a colon separates accounts. So in the owner's name these, and all
    /// blanks except single plain ones, are written as `%` and the hexadecimal digits of their
    /// UTF-8 bytes (RFC 3986, section 2.1). Different names stay different.
    static String account(String name) {
        var charity = CHARITY.matcher(name);
        if (!charity.matches()) {
            return name;
        }
        var escaped = new StringBuilder(charity.group("prefix"));
        var owner = charity.group("name").codePoints().toArray();
        for (var i = 0; i < owner.length; i++) {
            var isLoneBlank =
                    owner[i] == ' ' && i > 0 && i < owner.length - 1 && owner[i - 1] != ' ';
            if (isLoneBlank || !isEscaped(owner[i])) {
                escaped.appendCodePoint(owner[i]);
            } else {
                for (var octet : Character.toString(owner[i]).getBytes(StandardCharsets.UTF_8)) {
                    escaped.append("%%%02X".formatted(octet & 0xFF));
                }
            }
        }
        return escaped.toString();
    }

    private static boolean isEscaped(int point) {
        return point == ';'
                || point == ':'
                || point == '%'
                || Character.isSpaceChar(point)
                || Character.isWhitespace(point)
                || Character.isISOControl(point);
    }
}
