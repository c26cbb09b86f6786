package org.nuancan.operations;

import io.micronaut.management.health.indicator.HealthResult;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;

/// Removes addresses from health results: JDBC and other URLs, hosts with ports, IP addresses, and
/// the hosts behind `user@`. It checks the names and values of every indicator, so that a new
/// indicator cannot show one.
final class HiddenAddresses {

    private static final String HIDDEN = "…";

    private static final Pattern ADDRESS =
            Pattern.compile(
                    String.join(
                            "|",
                            "jdbc:[^\\s\"]+",
                            "[a-z][a-z0-9+.-]*://[^\\s\"]+",
                            "@'?[\\w.%-]+'?",
                            "\\b\\d{1,3}(?:\\.\\d{1,3}){3}(?::\\d+)?\\b",
                            "\\[?\\b[0-9a-f]{0,4}(?:::?[0-9a-f]{1,4}){3,7}\\b]?(?::\\d+)?",
                            "\\[?::[0-9a-f]{1,4}\\b]?(?::\\d+)?",
                            "\\b[a-z][\\w.-]*:\\d{2,5}\\b",
                            "\\b(?:host|address)=[^\\s,)]+"),
                    Pattern.CASE_INSENSITIVE);

    private HiddenAddresses() {}

    static HealthResult in(HealthResult result) {
        var shown = HealthResult.builder(result.getName(), result.getStatus());
        var details = result.getDetails();
        return details == null ? shown.build() : shown.details(in(details)).build();
    }

    private static Object in(Object value) {
        return switch (value) {
            case HealthResult result -> in(result);
            case Map<?, ?> map -> in(map);
            case Iterable<?> list ->
                    StreamSupport.stream(list.spliterator(), false)
                            .map(HiddenAddresses::in)
                            .toList();
            case Number number -> number;
            case Boolean flag -> flag;
            default -> in(String.valueOf(value));
        };
    }

    private static Map<String, Object> in(Map<?, ?> map) {
        var shown = new LinkedHashMap<String, Object>();
        map.forEach((name, value) -> {
            if (value != null) {
                shown.put(unused(shown, in(String.valueOf(name))), in(value));
            }
        });
        return shown;
    }

    /// An unused name, so that two databases with hidden names remain two entries.
    private static String unused(Map<String, Object> taken, String name) {
        var free = name;
        for (var number = 2; taken.containsKey(free); number++) {
            free = name + " " + number;
        }
        return free;
    }

    static String in(String text) {
        return ADDRESS.matcher(text).replaceAll(HIDDEN);
    }
}
