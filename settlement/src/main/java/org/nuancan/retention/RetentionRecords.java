package org.nuancan.retention;

import io.micronaut.transaction.annotation.ReadOnly;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.List;
import org.nuancan.retention.Retention.Run;

/// Stores the runs, and the days before which records may be deleted.
@Singleton
class RetentionRecords {

    private final RetentionRunRepository runs;
    private final RetentionMarkRepository marks;

    RetentionRecords(RetentionRunRepository runs, RetentionMarkRepository marks) {
        this.runs = runs;
        this.marks = marks;
    }

    /// Allows records from before a day to be deleted. If the clock was set back, the mark stays.
    @Transactional
    void mark(String kind, LocalDate before) {
        marks.advance(kind, before);
    }

    @Transactional
    void keep(Run run) {
        var _ = runs.save(RetentionRunEntity.of(run));
    }

    /// The runs with smaller ids, in descending order of their ids.
    @ReadOnly
    List<Run> list(long before, int limit) {
        return runs.list(before, limit).stream().map(RetentionRunEntity::run).toList();
    }
}
