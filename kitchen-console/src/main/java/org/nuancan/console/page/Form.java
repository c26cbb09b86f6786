package org.nuancan.console.page;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.nuancan.console.money.Yuan;

/// The fields of a form that was sent.
///
/// Methods that read a number, a sum or a time refuse what is none with the name of the field,
/// which becomes a notice beside the form.
public final class Form {

    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

    private final Map<String, Object> fields;

    /// The fields by name, those that came several times as a list.
    public Form(Map<String, Object> fields) {
        this.fields = fields;
    }

    /// A text, without blanks around it; empty if the field is not there.
    public String text(String name) {
        return verbatim(name).strip();
    }

    /// A text as it was typed, for passwords.
    public String verbatim(String name) {
        var value = fields.get(name);
        return value == null ? "" : value.toString();
    }

    /// A text, if anything was written.
    public Optional<String> maybe(String name) {
        return Optional.of(text(name)).filter(text -> !text.isEmpty());
    }

    /// Every value of a field that may be there several times.
    public List<String> all(String name) {
        return switch (fields.get(name)) {
            case null -> List.of();
            case Collection<?> several -> several.stream().map(Object::toString).toList();
            case Object one -> List.of(one.toString());
        };
    }

    /// Whether a box is ticked.
    public boolean ticked(String name) {
        return !text(name).isEmpty();
    }

    /// A whole number.
    public long number(String name) {
        try {
            return Long.parseLong(text(name));
        } catch (NumberFormatException none) {
            throw new FormFault(name);
        }
    }

    /// A number with a fraction, such as a temperature.
    public BigDecimal decimal(String name) {
        try {
            return new BigDecimal(text(name));
        } catch (NumberFormatException none) {
            throw new FormFault(name);
        }
    }

    /// A sum in yuan, as fen.
    public long fen(String name) {
        return Yuan.parse(text(name)).orElseThrow(() -> new FormFault(name));
    }

    /// A day.
    public LocalDate date(String name) {
        try {
            return LocalDate.parse(text(name));
        } catch (DateTimeParseException none) {
            throw new FormFault(name);
        }
    }

    /// A time on the clock in Shanghai, as `datetime-local` gives it.
    public OffsetDateTime time(String name) {
        try {
            return LocalDateTime.parse(text(name)).atZone(SHANGHAI).toOffsetDateTime();
        } catch (DateTimeParseException none) {
            throw new FormFault(name);
        }
    }

    /// The key that makes sending the form twice the same as once.
    public String key() {
        return text("key");
    }
}
