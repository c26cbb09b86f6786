package org.nuancan.elder.importing;

import io.micronaut.transaction.annotation.ReadOnly;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.io.ByteArrayOutputStream;
import java.time.Clock;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.nuancan.day.RealTime;
import org.nuancan.db.Ids;
import org.nuancan.elder.Area;
import org.nuancan.elder.importing.ImportJob.Run;
import org.nuancan.elder.importing.file.ImportFile;
import org.nuancan.elder.vault.SealedFields;
import org.nuancan.elder.vault.Vault;

/// Stores import jobs: the uploaded file, the progress and the rows with faults.
@Singleton
class ImportJobService {

    /// How many jobs of a caller may run at once.
    static final int MOST_RUNNING = 2;

    private static final int PART_BYTES = 1 << 20;

    private final Clock clock;
    private final InstantSource realTime;
    private final Ids ids;
    private final Vault vault;
    private final Tables tables;

    /// The repositories of jobs, their files and their faults.
    @Singleton
    record Tables(
            ElderImportRepository jobs, ImportPartRepository parts, ImportFaultRepository faults) {}

    ImportJobService(
            Clock clock, @RealTime InstantSource realTime, Ids ids, Vault vault, Tables tables) {
        this.clock = clock;
        this.realTime = realTime;
        this.ids = ids;
        this.vault = vault;
        this.tables = tables;
    }

    /// Whether a caller has reached the greatest number of running jobs.
    @ReadOnly
    boolean hasMostRunning(String by) {
        return tables.jobs.countByStateAndCreatedBy(ImportJob.State.RUNNING, by) >= MOST_RUNNING;
    }

    /// Stores a file as a new job and returns a run that holds its lease.
    @Transactional
    Run accept(byte[] bytes, ImportFile file, Area area, String by) {
        var importId = ids.next();
        var runner = ids.next();
        var _ =
                tables.jobs.save(
                        new ElderImportEntity(
                                importId,
                                clock.instant(),
                                by,
                                area.prefix(),
                                file.encoding().label(),
                                ImportJob.State.RUNNING,
                                file.size().lines(),
                                file.size().rows(),
                                0,
                                0,
                                0,
                                ImportRunService.A_RUN,
                                null,
                                null,
                                runner,
                                realTime.instant().plus(ImportRunService.LEASE)));
        for (var from = 0; from < bytes.length; from += PART_BYTES) {
            var part = Arrays.copyOfRange(bytes, from, Math.min(bytes.length, from + PART_BYTES));
            var number = from / PART_BYTES;
            var _ =
                    tables.parts.save(
                            new ImportPartEntity(
                                    new ImportPartEntity.Key(importId, number),
                                    vault.seal(SealedFields.FILE, part, importId, number)));
        }
        return new Run(tables.jobs.getByImportId(importId).job(), runner);
    }

    /// The file of a job.
    @ReadOnly
    byte[] file(Run run) {
        var importId = run.job().importId();
        var bytes = new ByteArrayOutputStream();
        // Reads one part at a time: a file may have 50 parts.
        for (var number = 0; ; number++) {
            var part = tables.parts.findById(new ImportPartEntity.Key(importId, number));
            if (part.isEmpty()) {
                return bytes.toByteArray();
            }
            bytes.writeBytes(
                    vault.openBytes(SealedFields.FILE, part.get().sealed(), importId, number));
        }
    }

    /// A job of an area.
    @ReadOnly
    Optional<ImportJob> find(long importId, Area area) {
        return tables.jobs
                .findById(importId)
                .map(ElderImportEntity::job)
                .filter(job -> area.isAnywhere() && job.area().startsWith(area.prefix()));
    }

    /// A row of the file that was not imported.
    ///
    /// @param fields names separated by semicolons
    /// @param codes separated by semicolons, one for each field
    record Fault(int line, String maskedIdNumber, String fields, String codes) {}

    /// The rows that were not imported, in the order of the file.
    @ReadOnly
    List<Fault> faults(long importId) {
        return tables.faults.findByIdImportIdOrderByIdLine(importId).stream()
                .map(ImportFaultEntity::fault)
                .toList();
    }
}
