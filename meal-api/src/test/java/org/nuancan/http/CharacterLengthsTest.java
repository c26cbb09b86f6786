package org.nuancan.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.validation.validator.Validator;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CharacterLengthsTest {

    private static final Validator VALIDATOR = ServerUnderTest.get().bean(Validator.class);

    @Introspected
    record Texts(
            @Size(min = 2, max = 3) String text, @Size(max = 2) List<@Size(max = 3) String> list) {}

    @ParameterizedTest
    @CsvSource({
        "ab, true",
        "abc, true",
        "a, false",
        "abcd, false",
        "𪝆𪝆, true",
        "𪝆𪝆𪝆, true",
        "𪝆, false",
        "𪝆𪝆𪝆𪝆, false",
        "🥜花生, true",
    })
    void a_text_is_as_long_as_it_has_characters(String text, boolean isValid) {
        assertThat(VALIDATOR.validate(new Texts(text, List.of())).isEmpty()).isEqualTo(isValid);
        assertThat(VALIDATOR.validate(new Texts("ab", List.of(text))).isEmpty())
                .isEqualTo(text.codePointCount(0, text.length()) <= 3);
    }

    @Test
    void a_list_is_as_long_as_it_has_elements() {
        assertThat(VALIDATOR.validate(new Texts("ab", List.of("a", "b", "c")))).hasSize(1);
        assertThat(VALIDATOR.validate(new Texts("ab", List.of("a", "b")))).isEmpty();
    }
}
