package org.nuancan.ordering.loss;

import static java.util.stream.Collectors.toUnmodifiableMap;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import org.nuancan.ordering.CookedPortions;
import org.nuancan.ordering.Preorder;
import org.nuancan.ordering.Step;
import org.nuancan.ordering.StepKind;
import org.nuancan.ordering.loss.FailureEvidence.Others;
import org.nuancan.ordering.record.PreorderItemRepository;
import org.nuancan.ordering.record.PreorderItemRepository.Portions;
import org.nuancan.ordering.record.PreorderRepository;
import org.nuancan.ordering.record.StepEntity;
import org.nuancan.ordering.record.StepRepository;

/// Collects the evidence about a meal that failed.
@Singleton
final class FailureInquiry {

    private final PreorderRepository orders;
    private final PreorderItemRepository items;
    private final StepRepository steps;
    private final CookedPortions cooked;
    private final Clock clock;

    FailureInquiry(
            PreorderRepository orders,
            PreorderItemRepository items,
            StepRepository steps,
            CookedPortions cooked,
            Clock clock) {
        this.orders = orders;
        this.items = items;
        this.steps = steps;
        this.cooked = cooked;
        this.clock = clock;
    }

    /// The evidence about an order, whose row is locked. A batch counts if it was reported before
    /// the failure.
    FailureEvidence of(Preorder order) {
        var orderId = order.orderId();
        return new FailureEvidence(
                cooked.of(order.meal(), failedAt(orderId)),
                others(order),
                hasLeft(orderId),
                orders.existsByOrderIdAndFailureConfirmedByIsNotNull(orderId));
    }

    /// The time at which the failure was recorded; now if it is not recorded yet.
    private Instant failedAt(long orderId) {
        return steps.findFailure(orderId).map(StepEntity::recordedAt).orElseGet(clock::instant);
    }

    private Map<String, Others> others(Preorder order) {
        var meal = order.meal();
        return items.listOfOthers(meal.siteId(), meal.date(), meal.slot(), order.orderId()).stream()
                .collect(
                        toUnmodifiableMap(
                                Portions::sku, one -> new Others(one.gone(), one.failed())));
    }

    /// This step is only recorded when a rider departs.
    private boolean hasLeft(long orderId) {
        return steps.existsByIdOrderIdAndKindAndOutcomeNotEquals(
                orderId, StepKind.OUT, Step.Outcome.REFUSED);
    }

    /// Stores who confirmed a failure; later confirmations are ignored.
    ///
    /// @return whether it was the first confirmation
    boolean confirm(long orderId, String by) {
        return orders.confirmFailure(orderId, by, clock.instant()) == 1;
    }
}
