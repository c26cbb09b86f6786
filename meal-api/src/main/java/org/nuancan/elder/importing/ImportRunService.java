package org.nuancan.elder.importing;

import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.nuancan.day.RealTime;
import org.nuancan.db.Ids;
import org.nuancan.elder.importing.ImportJob.Failure;
import org.nuancan.elder.importing.ImportJob.Run;
import org.nuancan.elder.importing.file.ImportRow;

/// Runs of import jobs. A run holds its job by a lease; each chunk of rows is counted in the
/// transaction that writes it, so that a run continues where the last one stopped.
///
/// Every job ends. A run that begins counts as a failed one until it has got a chunk further; after
/// three failed runs in a row, or about twenty that the database turned away, the job has failed.
@Singleton
class ImportRunService {

    /// How long a run may write nothing before another takes over.
    static final Duration LEASE = Duration.ofSeconds(60);

    /// How much a failed run counts, and one that the database turned away.
    static final int A_RUN = 7;

    private static final int A_PASSING_FAILURE = 1;
    private static final int MOST = 3 * A_RUN;
    private static final Duration PAUSE = Duration.ofSeconds(15);

    private final Clock clock;
    private final InstantSource realTime;
    private final Ids ids;
    private final ImportJobService.Tables tables;

    ImportRunService(
            Clock clock,
            @RealTime InstantSource realTime,
            Ids ids,
            ImportJobService.Tables tables) {
        this.clock = clock;
        this.realTime = realTime;
        this.ids = ids;
        this.tables = tables;
    }

    /// Takes over a job whose run has stopped writing, if there is one. Jobs with too many failed
    /// runs fail.
    @Transactional
    Optional<Run> takeOver() {
        var runner = ids.next();
        for (var silent = silent(); silent.isPresent(); silent = silent()) {
            var importId = silent.get();
            var until = realTime.instant().plus(LEASE);
            if (tables.jobs().lease(importId, runner, until, A_RUN, MOST) == 1) {
                return Optional.of(new Run(tables.jobs().getByImportId(importId).job(), runner));
            }
            fail(importId, Failure.STOPPED);
        }
        return Optional.empty();
    }

    private Optional<Long> silent() {
        return tables.jobs().lockSilent(realTime.instant());
    }

    /// Locks the job for a chunk and prolongs the lease, in the chunk's transaction.
    ///
    /// @param done how many rows the run believes to be worked off
    /// @return false if another run has taken it over, or if the chunk before was not the last that
    ///   was written
    @Transactional
    boolean hold(Run run, int done) {
        var until = realTime.instant().plus(LEASE);
        return tables.jobs().prolong(run.job().importId(), run.runner(), done, until) == 1;
    }

    /// Counts a chunk and keeps its faults, in the chunk's transaction.
    ///
    /// @param isProgress whether the chunk shows that the job gets on
    @Transactional
    void chunkDone(Run run, int imported, List<ImportRow.Outcome.Bad> bad, boolean isProgress) {
        var importId = run.job().importId();
        var _ =
                tables.faults()
                        .saveAll(
                                bad.stream()
                                        .map(row -> ImportFaultEntity.of(importId, row))
                                        .toList());
        tables.jobs().count(importId, imported, bad.size(), isProgress ? A_RUN : Integer.MAX_VALUE);
    }

    /// Ends a job of which every row is an elder or a kept fault; the file goes.
    ///
    /// @return false if it is not so, or another run has taken over
    @Transactional
    boolean finish(Run run) {
        var importId = run.job().importId();
        if (tables.jobs().finish(importId, run.runner(), clock.instant()) != 1) {
            return false;
        }
        tables.parts().deleteFile(importId);
        return true;
    }

    /// Gives a job back that the run could not finish: another run tries again after a pause, or
    /// the job has failed. Nothing happens if another run has taken over.
    @Transactional
    void giveBack(Run run, Failure failure) {
        var strikes = tables.jobs().lockStrikes(run.job().importId(), run.runner());
        if (strikes.isEmpty()) {
            return;
        }
        var less = failure == Failure.DATABASE ? A_RUN - A_PASSING_FAILURE : 0;
        if (strikes.get() - less < MOST) {
            release(run, less, PAUSE);
        } else {
            fail(run.job().importId(), failure);
        }
    }

    /// Gives a job back that has not begun: another run takes it at once.
    @Transactional
    void release(Run run) {
        release(run, A_RUN, Duration.ofSeconds(1).negated());
    }

    private void release(Run run, int lessStrikes, Duration pause) {
        tables.jobs()
                .release(
                        run.job().importId(),
                        run.runner(),
                        realTime.instant().plus(pause),
                        lessStrikes);
    }

    private void fail(long importId, Failure failure) {
        tables.jobs().fail(importId, failure, clock.instant());
        tables.parts().deleteFile(importId);
    }
}
