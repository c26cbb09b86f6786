package org.nuancan.finance.journal;

import com.fasterxml.jackson.databind.ObjectMapper;
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
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.nuancan.db.DatabaseFailure;
import org.nuancan.db.Transactions;
import org.nuancan.http.problem.ProblemCode;
import org.nuancan.http.problem.ProblemException;
import org.nuancan.ledger.reading.JournalLines;
import org.nuancan.ledger.reading.JournalLines.Control;
import org.nuancan.ledger.reading.JournalLines.Extent;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The journals of some days as a stream, with little of it in memory at a time. The control
/// figures and the journals are of the same instant.
@Singleton
final class JournalExport {

    /// Greatest number of concurrent exports: each holds a database connection until its reader has
    /// received all of it.
    static final int MOST = 4;

    /// Longest duration of an export; it is cut off afterwards.
    private static final Duration LONGEST = Duration.ofMinutes(10);

    private static final Logger LOG = LoggerFactory.getLogger(JournalExport.class);

    /// @param control the control figures
    /// @param asOf the instant of the data
    record Export(Control control, Instant asOf, InputStream bytes) {}

    /// The head before the journals.
    record Head(Extent extent, Instant asOf, Control control) {}

    /// Formats of journals.
    enum Format {
        json,
        csv,
        /// A journal that the program `hledger` reads.
        hledger
    }

    private record Selection(Extent extent, Format format, Instant asOf) {}

    private final Transactions transactions;
    private final JournalLines lines;
    private final ObjectMapper json;
    private final Clock clock;
    private final Semaphore free = new Semaphore(MOST);

    JournalExport(Transactions transactions, JournalLines lines, ObjectMapper json, Clock clock) {
        this.transactions = transactions;
        this.lines = lines;
        this.json = json;
        this.clock = clock;
    }

    /// Starts an export; closing its bytes ends it.
    ///
    /// @throws ProblemException `BUSY` if too many exports are running
    Export open(Extent extent, Format format) {
        var selection = new Selection(extent, format, clock.instant());
        var control = new CompletableFuture<Control>();
        if (!free.tryAcquire()) {
            throw ProblemException.of(ProblemCode.BUSY);
        }
        try {
            // Does not use java.io's pipe, which breaks if another thread continues to read.
            var pipe = Pipe.open();
            var in = Channels.newInputStream(pipe.source());
            var out = Channels.newOutputStream(pipe.sink());
            Thread.ofVirtual()
                    .name("journal-export-" + extent.from())
                    .start(() -> produce(selection, control, out));
            CompletableFuture.delayedExecutor(LONGEST.toSeconds(), TimeUnit.SECONDS)
                    .execute(() -> end(in));
            return new Export(control.join(), selection.asOf(), in);
        } catch (IOException exception) {
            free.release();
            throw new UncheckedIOException(exception);
        }
    }

    private void produce(
            Selection selection, CompletableFuture<Control> control, OutputStream out) {
        try (var writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8))) {
            var _ =
                    transactions.snapshot(_ -> {
                        var counted = lines.control(selection.extent());
                        control.complete(counted);
                        write(selection, counted, writer);
                        return counted;
                    });
        } catch (IOException | UncheckedIOException exception) {
            LOG.info("the caller of a journal export went away: {}", exception.getMessage());
        } catch (DatabaseFailure failure) {
            control.completeExceptionally(failure);
            LOG.warn("a journal export broke off", failure);
        } finally {
            control.cancel(false);
            free.release();
        }
    }

    /// Closes the pipe, so that the writer fails.
    private static void end(InputStream in) {
        try {
            in.close();
        } catch (IOException exception) {
            LOG.info("an export's pipe did not close: {}", exception.getMessage());
        }
    }

    /// Number of running exports.
    int running() {
        return MOST - free.availablePermits();
    }

    private void write(Selection selection, Control counted, Writer writer) {
        try {
            var head = new Head(selection.extent(), selection.asOf(), counted);
            switch (selection.format()) {
                case csv -> JournalCsv.write(lines, selection.extent(), writer);
                case hledger -> new JournalHledger(writer).write(lines, head);
                case json -> new JournalJson(json, writer).write(lines, head);
            }
        } catch (IOException exception) {
            throw new UncheckedIOException(exception);
        }
    }
}
