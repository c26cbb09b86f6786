package org.nuancan.access.terminal;

import io.micronaut.core.annotation.Introspected;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A terminal as shown to users, without secrets.
///
/// @param activatedAt null before its activation
/// @param disabledAt null while it is in use
@Introspected
record Terminal(
        String terminalId,
        String siteId,
        String label,
        @Nullable Instant activatedAt,
        @Nullable Instant disabledAt) {}
