package org.nuancan.day;

import jakarta.inject.Qualifier;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;

/// Marks the `InstantSource` that cannot be set: tokens, caches, leases, timeouts and throttling
/// use it, independent of business time.
@Qualifier
@Retention(RetentionPolicy.RUNTIME)
public @interface RealTime {}
