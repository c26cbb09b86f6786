package org.nuancan.retention;

import io.micronaut.transaction.annotation.ReadOnly;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.List;
import org.nuancan.retention.Retention.Run;

/// The runs that were made, and the days before which records may go.
@Singleton
class RetentionRecords {

    private final RetentionRunRepository runs;
    private final RetentionMarkRepository marks;

    RetentionRecords(RetentionRunRepository runs, RetentionMarkRepository marks) {
        this.runs = runs;
        this.marks = marks;
    }

    /// Lets records from before a day go. A clock that was set back takes nothing back.
    @Transactional
    void mark(String kind, LocalDate before) {
        marks.advance(kind, before);
    }

    @Transactional
    void keep(Run run) {
        var _ = runs.save(RetentionRunEntity.of(run));
    }

    /// The runs before one, last first.
    @ReadOnly
    List<Run> list(long before, int limit) {
        return runs.list(before, limit).stream().map(RetentionRunEntity::run).toList();
    }
}
