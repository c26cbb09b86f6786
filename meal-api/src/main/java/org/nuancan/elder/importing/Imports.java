package org.nuancan.elder.importing;

import io.micronaut.context.annotation.Property;
import io.micronaut.scheduling.annotation.Scheduled;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import org.nuancan.day.BusinessDay;
import org.nuancan.db.DatabaseFailure;
import org.nuancan.elder.Area;
import org.nuancan.elder.importing.ImportJob.Failure;
import org.nuancan.elder.importing.ImportJob.Run;
import org.nuancan.elder.importing.file.ImportColumn;
import org.nuancan.elder.importing.file.ImportFault;
import org.nuancan.elder.importing.file.ImportFile;
import org.nuancan.elder.importing.file.ImportReading;
import org.nuancan.elder.importing.file.ImportRow;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Works off import files: the good rows are in, each bad one is a fault.
///
/// A chunk that fails is halved until the row is alone that cannot be written: that row is a fault.
/// If there are many of those, it is not the rows, and the run ends.
@Singleton
class Imports {

    private static final Logger LOG = LoggerFactory.getLogger(Imports.class);
    private static final int CHUNK = 500;
    private static final int TRIES = 5;
    private static final int MOST_UNEXPECTED = 20;

    /// How many files a node reads at once.
    private static final int MOST_AT_ONCE = 2;

    private final ImportJobService jobs;
    private final ImportRunService runs;
    private final ImportWriter writer;
    private final String city;
    private final Semaphore places = new Semaphore(MOST_AT_ONCE);

    Imports(
            ImportJobService jobs,
            ImportRunService runs,
            ImportWriter writer,
            @Property(name = "nuancan.city", defaultValue = "11") String city) {
        this.jobs = jobs;
        this.runs = runs;
        this.writer = writer;
        this.city = city;
    }

    /// Takes over what waits, and what a node that died has left.
    @Scheduled(initialDelay = "10s", fixedDelay = "15s")
    void takeOver() {
        while (places.availablePermits() > 0) {
            var run = runs.takeOver();
            if (run.isEmpty()) {
                return;
            }
            work(run.get(), Integer.MAX_VALUE);
        }
    }

    /// Works off a run until it is done, has lost its lease, has failed, or has done so many
    /// chunks. If the node reads enough files already, the run waits to be taken over.
    void work(Run run, int chunks) {
        if (!places.tryAcquire()) {
            runs.release(run);
            return;
        }
        try {
            workOff(run, chunks).ifPresent(failure -> giveBack(run, failure));
        } finally {
            places.release();
        }
    }

    private Optional<Failure> workOff(Run run, int chunks) {
        try {
            return new Work(run).off(chunks);
        } catch (RuntimeException failure) {
            LOG.warn("a run of import {} failed", run.job().importId(), failure);
            return Optional.of(isPassing(failure) ? Failure.DATABASE : Failure.INTERNAL);
        }
    }

    private void giveBack(Run run, Failure failure) {
        try {
            runs.giveBack(run, failure);
        } catch (DatabaseFailure alsoFailed) {
            LOG.warn("import {} waits for its lease to end", run.job().importId(), alsoFailed);
        }
    }

    private static boolean isPassing(RuntimeException failure) {
        return DatabaseFailure.from(failure).filter(DatabaseFailure::isPassing).isPresent();
    }

    /// The work of one run.
    private final class Work {

        private final Run run;
        private final ImportRow.Circumstances circumstances;
        private int done;
        private int unexpected;

        Work(Run run) {
            var job = run.job();
            this.run = run;
            this.done = job.done();
            this.circumstances =
                    new ImportRow.Circumstances(
                            BusinessDay.of(job.createdAt()).date(),
                            new Area(true, job.area()),
                            city);
        }

        /// @return why it did not come to an end; empty also if another run has taken over
        Optional<Failure> off(int chunks) {
            var reading = ImportFile.read(jobs.file(run), Optional.of(run.job().encoding()));
            if (!(reading instanceof ImportReading.Accepted(var file))) {
                return Optional.of(Failure.UNREADABLE);
            }
            var left = file.rows();
            for (var row = 0; row < done && left.hasNext(); row++) {
                var _ = left.next();
            }
            for (var chunk = 0; left.hasNext(); chunk++) {
                if (chunk == chunks || !written(next(left))) {
                    return Optional.empty();
                }
            }
            return runs.finish(run) ? Optional.empty() : Optional.of(Failure.INCOMPLETE);
        }

        private static List<ImportFile.Row> next(Iterator<ImportFile.Row> left) {
            var some = new ArrayList<ImportFile.Row>();
            while (left.hasNext() && some.size() < CHUNK) {
                some.add(left.next());
            }
            return some;
        }

        /// @return false if another run has taken over
        private boolean written(List<ImportFile.Row> some) {
            try {
                return repeated(some);
            } catch (RuntimeException failure) {
                if (isPassing(failure) || unexpected == MOST_UNEXPECTED) {
                    throw failure;
                }
                if (some.size() == 1) {
                    return writtenAsFault(some.getFirst(), failure);
                }
                var half = some.size() / 2;
                return written(some.subList(0, half)) && written(some.subList(half, some.size()));
            }
        }

        private boolean writtenAsFault(ImportFile.Row row, RuntimeException failure) {
            LOG.warn("line {} of import {} failed", row.line(), run.job().importId(), failure);
            unexpected++;
            var masked =
                    row instanceof ImportFile.Row.Cells cells
                            ? ImportRow.masked(cells.cell(ImportColumn.ID_NUMBER))
                            : "";
            var fault = ImportFault.since(row.line(), ImportFault.Code.INTERNAL);
            var bad = new ImportRow.Outcome.Bad(row.line(), masked, List.of(fault));
            return moved(1, writer.writeFault(run, done, bad));
        }

        private boolean repeated(List<ImportFile.Row> some) {
            for (var attempt = 1; ; attempt++) {
                try {
                    return moved(some.size(), writer.write(run, done, some, circumstances));
                } catch (DatabaseFailure failure) {
                    // One of them was registered meanwhile: now it is known.
                    if (failure.kind() != DatabaseFailure.Kind.DUPLICATE || attempt == TRIES) {
                        throw failure;
                    }
                }
            }
        }

        private boolean moved(int count, boolean isHeld) {
            done += isHeld ? count : 0;
            return isHeld;
        }
    }
}
