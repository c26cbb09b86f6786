package org.nuancan.day;

import jakarta.inject.Qualifier;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;

/// Marks the `InstantSource` that cannot be set: tokens, caches, leases, timeouts and throttling
/// follow it, whatever business time says.
@Qualifier
@Retention(RetentionPolicy.RUNTIME)
public @interface RealTime {}
