package org.nuancan.retention;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import java.time.LocalDate;
import org.nuancan.db.UtcMicros;
import org.nuancan.retention.Retention.Run;

/// A row of `retention_run`.
@MappedEntity("retention_run")
record RetentionRunEntity(
        @Id long runId,
        String kind,
        String keptPeriod,
        LocalDate beforeDate,
        long due,
        long deleted,
        @UtcMicros Instant ranAt) {

    static RetentionRunEntity of(Run run) {
        return new RetentionRunEntity(
                run.runId(),
                run.kind(),
                run.period(),
                run.before(),
                run.due(),
                run.deleted(),
                run.at());
    }

    Run run() {
        return new Run(runId, kind, keptPeriod, beforeDate, due, deleted, ranAt);
    }
}
