package org.nuancan.demo.lunch;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

/// Business time, moved by hand: `PUT /test/clock`.
final class Calendar {

    private static final ZoneOffset BEIJING = ZoneOffset.ofHours(8);

    private final Session city;
    private OffsetDateTime now;

    Calendar(Session city, LocalDate date) {
        this.city = city;
        this.now = date.atTime(10, 50).atOffset(BEIJING);
        set(now);
    }

    private void set(OffsetDateTime instant) {
        now = instant;
        var body = Api.JSON.createObjectNode().put("now", text(instant));
        var _ = city.put("/test/clock", body).granted();
    }

    /// What was last set; the service's time has run on from there.
    OffsetDateTime now() {
        return now;
    }

    void passMinutes(int minutes) {
        set(now.plusMinutes(minutes));
    }

    /// On to an hour of the same day, if it is still to come.
    void at(int hour, int minute) {
        var then = now.toLocalDate().atTime(hour, minute).atOffset(BEIJING);
        if (then.isAfter(now)) {
            set(then);
        }
    }

    void pastMidnight() {
        set(now.toLocalDate().plusDays(1).atTime(0, 30).atOffset(BEIJING));
    }

    static String text(OffsetDateTime instant) {
        return instant.toInstant().atOffset(BEIJING).toString();
    }
}
