package org.nuancan.elder.importing;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.nuancan.db.UtcMicros;
import org.nuancan.text.TextEncoding;

/// A row of `elder_import`: an import job with the lease of its run.
///
/// @param strikes counts the runs that brought nothing, see [ImportRunService]
/// @param leasedUntil in real time
@MappedEntity("elder_import")
record ElderImportEntity(
        @Id long importId,
        @UtcMicros Instant createdAt,
        String createdBy,
        String area,
        String encoding,
        ImportJob.State state,
        int totalLines,
        int totalRows,
        int doneRows,
        int imported,
        int faults,
        int strikes,
        ImportJob.@Nullable Failure failure,
        @UtcMicros @Nullable Instant finishedAt,
        long runner,
        @UtcMicros Instant leasedUntil) {

    ImportJob job() {
        return new ImportJob(
                importId,
                createdAt,
                createdBy,
                area,
                TextEncoding.named(encoding).orElseThrow(),
                state,
                totalLines,
                totalRows,
                doneRows,
                imported,
                faults,
                Optional.ofNullable(failure),
                Optional.ofNullable(finishedAt));
    }
}
