package org.nuancan.reconcile;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.nuancan.db.UtcMicros;

/// A row of `difference_step`: an officer's step on a difference.
@MappedEntity("difference_step")
record DifferenceStepEntity(
        @Id long stepId,
        String caseKey,
        Case.State state,
        long leftFen,
        long rightFen,
        String actedBy,
        @UtcMicros Instant actedAt,
        @Nullable String text) {}
