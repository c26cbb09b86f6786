package org.nuancan.delivery.position;

import io.micronaut.core.annotation.Introspected;
import java.time.Instant;

/// A position of a rider.
@Introspected
public record PositionAnswer(Instant at, double latitude, double longitude) {}
