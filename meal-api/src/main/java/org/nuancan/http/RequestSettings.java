package org.nuancan.http;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import java.time.Duration;

/// Limits on the duration of requests, under `nuancan.request`.
///
/// @param deadline for all the work of a request that is not marked [LongWork]; nothing of it is
///   committed later, and the answer is 503 with `Retry-After`
/// @param longDeadline the same for operations that are marked
/// @param grace how long a checkout waits beyond it for a commit that has begun
@ConfigurationProperties("nuancan.request")
public record RequestSettings(
        @Bindable(defaultValue = "6s") Duration deadline,
        @Bindable(defaultValue = "10m") Duration longDeadline,
        @Bindable(defaultValue = "1s") Duration grace) {}
