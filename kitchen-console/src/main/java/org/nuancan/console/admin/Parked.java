package org.nuancan.console.admin;

import java.time.LocalDate;
import java.time.OffsetDateTime;

/// A provider whose day could not be closed.
public record Parked(
        String providerId,
        LocalDate date,
        String cause,
        String detail,
        int tries,
        OffsetDateTime since) {}
