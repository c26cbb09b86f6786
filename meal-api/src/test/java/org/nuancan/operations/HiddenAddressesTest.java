package org.nuancan.operations;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.health.HealthStatus;
import io.micronaut.management.health.indicator.HealthResult;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HiddenAddressesTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    jdbc:mysql://db:3306/nuancan?user=a | …
                    no answer from redis://:secret@redis:6379 | no answer from …
                    connection to 10.0.3.17:3306 refused | connection to … refused
                    connect to db.intern:3306 failed | connect to … failed
                    Access denied for user 'nuancan'@'db-1.intern' | Access denied for user 'nuancan'…
                    cannot reach fe80:0:0:0:1:2:3:4 | cannot reach …
                    cannot reach [2001:db8::1:2:3] | cannot reach …
                    cannot reach ::1 | cannot reach …
                    address=(host=db)(port=3306) | …)(port=3306)
                    """)
    void an_address_is_hidden(String text, String shown) {
        assertThat(HiddenAddresses.in(text)).isEqualTo(shown);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "parked since 2026-11-18T02:00:05+08:00",
                "provider 815 on 2026-11-18: sums overflow",
                "Connector/J 9.7.0",
                "the database's disk is full (1021)",
                "12:30"
            })
    void other_words_stay(String text) {
        assertThat(HiddenAddresses.in(text)).isEqualTo(text);
    }

    @Test
    void names_and_values_at_every_depth_are_searched() {
        var database =
                HealthResult.builder("jdbc:mysql://db:3306/n", HealthStatus.UP)
                        .details(Map.of("version", "9.7.0", "urls", List.of("jdbc:mysql://a")))
                        .build();
        var all =
                HealthResult.builder("meal-api", HealthStatus.UP)
                        .details(Map.of("jdbc", Map.of("jdbc:mysql://db:3306/n", database)))
                        .build();

        var shown = String.valueOf(HiddenAddresses.in(all).getDetails());

        assertThat(shown).contains("jdbc").doesNotContain("jdbc:", "3306");
    }
}
