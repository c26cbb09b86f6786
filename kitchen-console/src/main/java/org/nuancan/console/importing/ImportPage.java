package org.nuancan.console.importing;

import java.util.List;
import org.nuancan.console.page.Language;

/// An import with its faults.
///
/// @param lines the first of the rows that were refused
public record ImportPage(ElderImport job, List<ImportedLine> lines) {

    /// Why the job failed; empty if it did not.
    public String failure(Language language) {
        return job.failure()
                .map(failure -> ImportedLine.of(failure.explanation(), language))
                .orElse("");
    }

    /// Rows that were refused and are not among the lines.
    public int further() {
        return Math.max(0, job.faults() - lines.size());
    }
}
