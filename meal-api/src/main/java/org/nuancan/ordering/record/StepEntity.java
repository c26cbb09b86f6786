package org.nuancan.ordering.record;

import io.micronaut.data.annotation.Embeddable;
import io.micronaut.data.annotation.EmbeddedId;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.MappedProperty;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.nuancan.db.UtcMicros;
import org.nuancan.ordering.PreorderState;
import org.nuancan.ordering.Step;
import org.nuancan.ordering.StepKind;

/// A row of `preorder_step`.
@MappedEntity("preorder_step")
public record StepEntity(
        @EmbeddedId Key id,
        String actionId,
        StepKind kind,
        @Nullable PreorderState fromState,
        PreorderState toState,
        Step.Outcome outcome,
        String doneBy,
        @UtcMicros Instant happenedAt,
        @UtcMicros Instant recordedAt,
        @Nullable String reason,
        @Nullable String note) {

    /// @param number from 1, in the order in which steps were recorded
    @Embeddable
    record Key(@MappedProperty("order_id") long orderId, @MappedProperty("number") int number) {}

    Step step() {
        return new Step(
                id.number(),
                actionId,
                kind,
                Optional.ofNullable(fromState),
                toState,
                outcome,
                doneBy,
                happenedAt,
                recordedAt,
                Optional.ofNullable(reason),
                Optional.ofNullable(note));
    }
}
