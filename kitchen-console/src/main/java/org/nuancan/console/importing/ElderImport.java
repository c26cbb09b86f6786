package org.nuancan.console.importing;

import java.time.OffsetDateTime;
import java.util.Optional;

/// A job that registers the elders of a file.
///
/// @param state `RUNNING`, `DONE` or `FAILED`
/// @param rows each becomes an elder or a fault
/// @param done rows that were read so far
/// @param failure why it is `FAILED`
public record ElderImport(
        String importId,
        String state,
        String encoding,
        int rows,
        int done,
        int imported,
        int faults,
        Optional<Failure> failure,
        OffsetDateTime createdAt,
        String createdBy,
        Optional<OffsetDateTime> finishedAt) {

    /// Why a job failed, with what to do in both languages.
    public record Failure(String code, String explanation) {}

    /// Whether rows are still being read.
    public boolean isRunning() {
        return state.equals("RUNNING");
    }
}
