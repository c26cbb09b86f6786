package org.nuancan.console.api;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;

/// Problem details (RFC 9457) as meal-api gives them, in the requested language.
///
/// @param title what it is, in a few words
/// @param status the HTTP status
/// @param detail what to do next
/// @param code stable, upper snake
/// @param errors the bad fields, if any
/// @param changedBy who changed the record meanwhile, of a `STALE_VERSION`
/// @param changedAt when that was
public record Problem(
        String title,
        int status,
        Optional<String> detail,
        Optional<String> code,
        Optional<List<Fault>> errors,
        Optional<String> changedBy,
        Optional<OffsetDateTime> changedAt) {

    /// A problem that the console itself found.
    public static Problem of(String title, int status, String detail) {
        return new Problem(
                title,
                status,
                Optional.of(detail),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    /// One bad field.
    ///
    /// @param pointer where, as a JSON pointer
    /// @param code what is wrong, stable
    /// @param detail what is wrong, to be read
    public record Fault(String pointer, String code, Optional<String> detail) {}

    /// Whether meal-api refused with this code.
    public boolean is(String expected) {
        return code.filter(expected::equals).isPresent();
    }

    /// The bad fields; none is an empty list.
    public List<Fault> faults() {
        return errors.orElse(List.of());
    }
}
