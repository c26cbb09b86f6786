package org.nuancan.kitchen.step;

import io.micronaut.core.annotation.Introspected;
import org.nuancan.ordering.PreorderState;

/// The state of an order after a step.
@Introspected
record OrderStepResponse(String orderId, PreorderState state) {}
