package org.nuancan.delivery.dispatch;

import io.micronaut.core.annotation.Introspected;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.nuancan.http.text.Identifier;

/// Another rider for a run.
@Introspected
record ReassignRequest(@NotNull @Identifier @Size(min = 1, max = 64) String riderUsername) {}
