package org.nuancan.welfare;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.MappedProperty;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.nuancan.db.UtcMicros;

/// A row of `welfare_alert`.
///
/// @param missed days separated by commas
/// @param open null once it is closed, so that an elder has at most one open alert of each kind
/// @param sealedNote encrypted by [AlertNotes]
@MappedEntity("welfare_alert")
record AlertEntity(
        @Id long alertId,
        long elderId,
        String division,
        AlertKind kind,
        @Nullable Long orderId,
        String missed,
        AlertState state,
        @MappedProperty("is_open") @Nullable Boolean open,
        int times,
        @UtcMicros Instant raisedAt,
        @UtcMicros Instant lastAt,
        @UtcMicros @Nullable Instant takenAt,
        @Nullable String takenBy,
        @UtcMicros @Nullable Instant closedAt,
        @Nullable String closedBy,
        @Nullable AlertFinding found,
        @Nullable String sealedNote) {

    static AlertEntity raised(long alertId, Alerts.Cause cause, Instant at) {
        return new AlertEntity(
                alertId,
                cause.elderId(),
                cause.division(),
                cause.kind(),
                cause.orderId().orElse(null),
                cause.missed().stream().map(LocalDate::toString).collect(Collectors.joining(",")),
                AlertState.OPEN,
                true,
                1,
                at,
                at,
                null,
                null,
                null,
                null,
                null,
                null);
    }

    AlertEntity takenBy(String by, Instant at) {
        return new AlertEntity(
                alertId,
                elderId,
                division,
                kind,
                orderId,
                missed,
                AlertState.TAKEN,
                open,
                times,
                raisedAt,
                lastAt,
                at,
                by,
                closedAt,
                closedBy,
                found,
                sealedNote);
    }

    AlertEntity closedBy(String by, Instant at, AlertFinding what, @Nullable String sealed) {
        return new AlertEntity(
                alertId,
                elderId,
                division,
                kind,
                orderId,
                missed,
                AlertState.CLOSED,
                null,
                times,
                raisedAt,
                lastAt,
                takenAt,
                takenBy,
                at,
                by,
                what,
                sealed);
    }

    List<LocalDate> missedDays() {
        return missed.isEmpty()
                ? List.of()
                : Arrays.stream(missed.split(",", -1)).map(LocalDate::parse).toList();
    }

    /// The time at which it was closed, or `now`.
    Instant until(Instant now) {
        return closedAt == null ? now : closedAt;
    }

    Alerts.AlertPayload told() {
        return new Alerts.AlertPayload(Long.toString(alertId), kind, state, division);
    }
}
