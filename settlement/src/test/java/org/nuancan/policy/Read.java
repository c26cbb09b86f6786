package org.nuancan.policy;

import java.util.List;

/// What is expected of a reading.
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
