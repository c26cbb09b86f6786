package org.nuancan.ordering.desk;

import io.micronaut.core.annotation.Introspected;
import java.time.Instant;
import org.nuancan.ordering.Step;
import org.nuancan.ordering.StepKind;

/// A failed order whose hand-over was reported after its day was closed.
///
/// @param deliveredAt when it was handed over, as the rider reported first
/// @param reportedAt when the report arrived
/// @param by the rider
@Introspected
record ProvenTooLateResponse(
        PreorderAnswer order, Instant deliveredAt, Instant reportedAt, String by) {

    static ProvenTooLateResponse of(PreorderAnswer order) {
        var report =
                order.history().stream()
                        .filter(step ->
                                step.kind() == StepKind.DELIVER
                                        && step.outcome() == Step.Outcome.REFUSED)
                        .findFirst()
                        .orElseThrow();
        return new ProvenTooLateResponse(
                order, report.happenedAt(), report.recordedAt(), report.by());
    }
}
