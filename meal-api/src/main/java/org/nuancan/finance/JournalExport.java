package org.nuancan.finance;

import com.fasterxml.jackson.databind.ObjectMapper;
import de.siegmar.fastcsv.writer.CsvWriter;
import jakarta.inject.Singleton;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStreamWriter;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import org.nuancan.day.BusinessDay;
import org.nuancan.db.DatabaseFailure;
import org.nuancan.db.Transactions;
import org.nuancan.ledger.JournalLines;
import org.nuancan.ledger.JournalLines.Control;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A day's journals as a stream, of which little is held at a time. What is counted in front and
/// what follows are of the same instant.
@Singleton
final class JournalExport {

    private static final Logger LOG = LoggerFactory.getLogger(JournalExport.class);
    private static final int PIPE = 1 << 16;

    /// @param control what it must come to
    record Export(Control control, InputStream bytes) {}

    private record Wish(BusinessDay day, Optional<String> district, boolean csv) {}

    private final Transactions transactions;
    private final JournalLines lines;
    private final ObjectMapper json;

    JournalExport(Transactions transactions, JournalLines lines, ObjectMapper json) {
        this.transactions = transactions;
        this.lines = lines;
        this.json = json;
    }

    Export open(BusinessDay day, Optional<String> district, boolean csv) {
        var wish = new Wish(day, district, csv);
        var control = new CompletableFuture<Control>();
        try {
            var in = new PipedInputStream(PIPE);
            var out = new PipedOutputStream(in);
            Thread.ofVirtual()
                    .name("journal-export-" + day)
                    .start(() -> produce(wish, control, out));
            return new Export(control.join(), in);
        } catch (IOException exception) {
            throw new UncheckedIOException(exception);
        }
    }

    private void produce(Wish wish, CompletableFuture<Control> control, PipedOutputStream out) {
        try (var writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8))) {
            var _ =
                    transactions.snapshot(connection -> {
                        var counted = lines.control(connection, wish.day(), wish.district());
                        control.complete(counted);
                        write(connection, wish, counted, writer);
                        return counted;
                    });
        } catch (IOException | UncheckedIOException exception) {
            LOG.info("the caller of a journal export went away: {}", exception.getMessage());
        } catch (DatabaseFailure failure) {
            control.completeExceptionally(failure);
            LOG.warn("a journal export broke off", failure);
        } finally {
            control.cancel(false);
        }
    }

    private void write(Connection connection, Wish wish, Control counted, Writer writer)
            throws SQLException {
        try {
            if (wish.csv()) {
                writeCsv(connection, wish, writer);
            } else {
                new JournalJson(json, writer)
                        .write(connection, lines, wish.day(), wish.district(), counted);
            }
        } catch (IOException exception) {
            throw new UncheckedIOException(exception);
        }
    }

    private void writeCsv(Connection connection, Wish wish, Writer writer)
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
                wish.day(),
                wish.district(),
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
