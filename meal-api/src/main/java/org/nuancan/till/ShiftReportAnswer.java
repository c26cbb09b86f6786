package org.nuancan.till;

import io.micronaut.core.annotation.Introspected;
import java.util.List;
import org.nuancan.http.Id;

/// A shift's report is on file.
///
/// @param reportId its id
/// @param missingSequences numbers of the till's own count, between the first and the last of the
///   shift, under which no order came in: upload them
@Introspected
record ShiftReportAnswer(Id reportId, List<Long> missingSequences) {}
