package org.nuancan.till.shift;

import io.micronaut.core.annotation.Introspected;
import java.util.List;
import org.nuancan.http.text.Id;

/// A shift's report was filed.
///
/// @param reportId its id
/// @param missingSequences numbers of the till's own count, between the first and the last of the
///   shift, for which there is no order: upload them
@Introspected
record ShiftReportAnswer(Id reportId, List<Long> missingSequences) {}
