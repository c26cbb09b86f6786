package org.nuancan.bank;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.regex.Pattern;
import org.nuancan.bank.advice.FileCharset;
import org.nuancan.bank.advice.FileFault;
import org.nuancan.bank.advice.FileReading;

/// Reads banks' answer files:
///
/// - `pain.002.001.03` to `.15`, `camt.053` and `camt.054.001.02` to `.13`, also the variants of
///   Germany (`pain.002.003.03`) and Switzerland (`….ch.02`), with any prefix, alone or in an
///   envelope;
/// - CSV with this project's header or the headers of Chinese banks ([ResultColumn]).
public final class BankFiles {

    /// Maximum number of lines, entries or payments of a file.
    public static final int MOST_LINES = 300_000;

    private static final Pattern NAMESPACE =
            Pattern.compile(
                    "(?:urn:iso:std:iso:20022:tech:xsd:|http://www\\.six-interbank-clearing\\.com/de/)"
                            + "(?<message>pain\\.002|camt\\.05[34])\\.00[123]\\.(?<version>[0-9]{2})"
                            + "(?:\\.ch\\.[0-9]{2}(?:\\.xsd)?)?");

    private static final Pattern SHOWN = Pattern.compile("[A-Za-z0-9.:/_-]{1,120}");
    private static final int DEEPEST_ENVELOPE = 4;
    private static final int LAST_REPORT = 15;
    private static final int LAST_ENTRIES = 13;

    private BankFiles() {}

    /// Reads a file.
    ///
    /// @param declared the charset of the request, if it names one
    public static FileReading read(byte[] file, Optional<String> declared) {
        var advices = new Advices();
        try (var text = new BufferedReader(FileCharset.of(file, declared).reader(file))) {
            if (isXml(text)) {
                document(XmlCursor.on(text), 0, advices);
            } else {
                ResultTable.read(text, advices);
            }
            return new FileReading.Read(advices.all());
        } catch (FileFault fault) {
            return fault.reading();
        } catch (IOException exception) {
            throw new UncheckedIOException(exception);
        }
    }

    /// Whether the first character that is not blank begins an element; the reader is then reset.
    private static boolean isXml(BufferedReader text) throws IOException {
        while (true) {
            text.mark(1);
            var first = text.read();
            if (first < 0 || !Character.isWhitespace(first)) {
                text.reset();
                return first == '<';
            }
        }
    }

    private static void document(XmlCursor xml, int depth, Advices advices) throws FileFault {
        xml.children(name -> {
            if (name.equals("Document")) {
                message(xml, xml.namespace(), advices);
            } else if (depth < DEEPEST_ENVELOPE) {
                document(xml, depth + 1, advices);
            }
        });
    }

    private static void message(XmlCursor xml, String namespace, Advices advices) throws FileFault {
        var known = NAMESPACE.matcher(namespace);
        if (!known.matches()) {
            throw xml.refused("message " + shown(namespace));
        }
        var version = Integer.parseInt(known.group("version"));
        var isReport = known.group("message").equals("pain.002");
        var isRead =
                isReport
                        ? version >= 3 && version <= LAST_REPORT
                        : version >= 2 && version <= LAST_ENTRIES;
        if (!isRead) {
            throw xml.refused("message " + shown(namespace));
        }
        xml.children(name -> {
            switch (name) {
                case "CstmrPmtStsRpt" -> new StatusReports(xml, advices).read();
                case "BkToCstmrDbtCdtNtfctn", "BkToCstmrStmt" ->
                        new AccountEntries(xml, advices).read();
                default -> throw xml.refused("a message without its body");
            }
        });
    }

    private static String shown(String namespace) {
        return SHOWN.matcher(namespace).matches() ? namespace : "without a known namespace";
    }
}
