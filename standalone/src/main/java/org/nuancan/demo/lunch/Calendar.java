package org.nuancan.demo.lunch;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

/// Business time, set by hand: `PUT /test/clock`.
final class Calendar {

    private static final ZoneOffset BEIJING = ZoneOffset.ofHours(8);

    private final Session city;
    private OffsetDateTime lastSet;
    private long setAtNanos;

    Calendar(Session city, LocalDate date) {
        this.city = city;
        this.lastSet = date.atTime(10, 50).atOffset(BEIJING);
        set(lastSet);
    }

    private void set(OffsetDateTime instant) {
        lastSet = instant;
        setAtNanos = System.nanoTime();
        var body = Api.JSON.createObjectNode().put("now", text(instant));
        var _ = city.put("/test/clock", body).granted();
    }

    /// The service's time, which runs on from the value last set.
    OffsetDateTime now() {
        return lastSet.plusNanos(System.nanoTime() - setAtNanos);
    }

    void passMinutes(int minutes) {
        set(now().plusMinutes(minutes));
    }

    /// Sets the time to an hour of the same day, unless it is past.
    void at(int hour, int minute) {
        var then = lastSet.toLocalDate().atTime(hour, minute).atOffset(BEIJING);
        if (then.isAfter(now())) {
            set(then);
        }
    }

    void pastMidnight() {
        set(lastSet.toLocalDate().plusDays(1).atTime(0, 30).atOffset(BEIJING));
    }

    static String text(OffsetDateTime instant) {
        return instant.toInstant().atOffset(BEIJING).toString();
    }
}
