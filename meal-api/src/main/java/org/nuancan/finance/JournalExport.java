package org.nuancan.finance;

import com.fasterxml.jackson.databind.ObjectMapper;
import de.siegmar.fastcsv.writer.CsvWriter;
import jakarta.inject.Singleton;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.channels.Channels;
import java.nio.channels.Pipe;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
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

    /// @param control what it must come to
    /// @param asOf of which instant it is
    record Export(Control control, Instant asOf, InputStream bytes) {}

    /// What journals are written as.
    enum Format {
        json,
        csv,
        /// A journal that the program `hledger` reads.
        hledger
    }

    private record Wish(BusinessDay day, Optional<String> district, Format format, Instant asOf) {}

    private final Transactions transactions;
    private final JournalLines lines;
    private final ObjectMapper json;
    private final Clock clock;

    JournalExport(Transactions transactions, JournalLines lines, ObjectMapper json, Clock clock) {
        this.transactions = transactions;
        this.lines = lines;
        this.json = json;
        this.clock = clock;
    }

    Export open(BusinessDay day, Optional<String> district, Format format) {
        var wish = new Wish(day, district, format, clock.instant());
        var control = new CompletableFuture<Control>();
        try {
            // Not java.io's pipe: that breaks when another thread goes on reading.
            var pipe = Pipe.open();
            var in = Channels.newInputStream(pipe.source());
            var out = Channels.newOutputStream(pipe.sink());
            Thread.ofVirtual()
                    .name("journal-export-" + day)
                    .start(() -> produce(wish, control, out));
            return new Export(control.join(), wish.asOf(), in);
        } catch (IOException exception) {
            throw new UncheckedIOException(exception);
        }
    }

    private void produce(Wish wish, CompletableFuture<Control> control, OutputStream out) {
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
            switch (wish.format()) {
                case csv -> writeCsv(connection, wish, writer);
                case hledger ->
                        new JournalHledger(writer)
                                .write(connection, lines, wish.day(), wish.district(), counted);
                case json ->
                        new JournalJson(json, writer)
                                .write(
                                        connection,
                                        lines,
                                        new JournalJson.Head(wish.day(), wish.asOf(), counted),
                                        wish.district());
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
