package org.nuancan.retention;

import io.micronaut.transaction.annotation.ReadOnly;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.Optional;

/// Reads the days before which records of a kind may be deleted.
@Singleton
public class RetentionMarks {

    private final RetentionMarkRepository marks;

    RetentionMarks(RetentionMarkRepository marks) {
        this.marks = marks;
    }

    /// The day from which all records of the kind are kept; empty if all records are kept.
    ///
    /// @param kind as [Kept#kind] names it
    @ReadOnly
    public Optional<LocalDate> before(String kind) {
        return marks.findById(kind).map(RetentionMarkEntity::beforeDate);
    }
}
