package org.nuancan.policy.document;

import java.util.List;

/// Returns the expected result of a reading, or fails.
final class Read {

    private Read() {}

    static <T> T good(Reading<T> reading) {
        return switch (reading) {
            case Reading.Parsed<T>(var value) -> value;
            case Reading.Malformed<T>(var faults) -> throw new AssertionError(faults.toString());
        };
    }

    static <T> List<Fault> faults(Reading<T> reading) {
        return switch (reading) {
            case Reading.Parsed<T> _ -> List.of();
            case Reading.Malformed<T>(var faults) -> faults;
        };
    }
}
