package org.nuancan.console.page;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/// Dates and times as they are read, in Asia/Shanghai.
public final class Dates {

    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm:ss");

    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

    private Dates() {}

    /// `2026年11月18日 星期三`, `Wednesday 18 November 2026`.
    static String full(Language language, LocalDate date) {
        var pattern =
                switch (language) {
                    case ZH -> "y年M月d日 EEEE";
                    case EN -> "EEEE d MMMM y";
                };
        return date.format(DateTimeFormatter.ofPattern(pattern, language.locale()));
    }

    /// `2026-11-18 12:04`.
    public static String moment(OffsetDateTime at) {
        return MOMENT.format(at.atZoneSameInstant(SHANGHAI));
    }

    /// A day as a form or an address has it; empty for what is none.
    public static Optional<LocalDate> read(String text) {
        try {
            return Optional.of(LocalDate.parse(text));
        } catch (DateTimeParseException none) {
            return Optional.empty();
        }
    }

    /// The time of day of an instant.
    public static String clock(OffsetDateTime at) {
        return CLOCK.format(at.atZoneSameInstant(SHANGHAI));
    }
}
