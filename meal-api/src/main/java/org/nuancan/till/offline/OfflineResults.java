package org.nuancan.till.offline;

import io.micronaut.core.annotation.Introspected;
import java.util.List;

/// The results of an upload.
///
/// @param results in the order of the upload
@Introspected
record OfflineResults(List<OfflineResult> results) {}
