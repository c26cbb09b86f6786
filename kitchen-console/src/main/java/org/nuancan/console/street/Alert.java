package org.nuancan.console.street;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;

/// A welfare alert about an elder.
///
/// @param kind `NO_ANSWER` at the door or `NOT_EATEN` for days
/// @param state `OPEN`, `TAKEN` or `CLOSED`
/// @param times how often it was raised
/// @param found what was found, once it is closed
/// @param openMinutes how long it has been open
public record Alert(
        String alertId,
        String kind,
        String state,
        String elderId,
        String maskedName,
        List<LocalDate> missedDays,
        int times,
        OffsetDateTime raisedAt,
        Optional<String> takenBy,
        Optional<OffsetDateTime> takenAt,
        Optional<String> closedBy,
        Optional<OffsetDateTime> closedAt,
        Optional<String> found,
        Optional<String> note,
        long openMinutes) {

    /// What can be found.
    public static final List<String> FOUND =
            List.of(
                    "WELL",
                    "AWAY",
                    "IN_INSTITUTION",
                    "HELPED",
                    "DECEASED",
                    "NOT_FOUND",
                    "MEAL_HANDED_OVER");

    /// Hours it has been open, rounded down.
    public long openHours() {
        return openMinutes / 60;
    }
}
