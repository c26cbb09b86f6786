package org.nuancan.http.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ProblemTextsTest {

    @ParameterizedTest
    @EnumSource
    void every_problem_says_in_both_languages_what_it_is_and_what_to_do(ProblemCode code) {
        assertThat(code.title(false)).isNotBlank().matches("(?s).*[\\u4e00-\\u9fff].*");
        assertThat(code.title(true)).isNotBlank().isNotEqualTo(code.title(false));
        assertThat(code.advice(false)).isNotBlank().matches("(?s).*[\\u4e00-\\u9fff].*");
        assertThat(code.advice(true)).isNotBlank().isNotEqualTo(code.advice(false));
        assertThat(code.status()).isBetween(400, 599);
    }

    @ParameterizedTest
    @EnumSource
    void every_problem_is_on_the_list_of_the_documents(ProblemCode code) throws IOException {
        var here = Path.of("docs/problems.md");
        var list = Files.readString(Files.exists(here) ? here : Path.of("..").resolve(here));

        assertThat(list.replaceAll("\\s+", " "))
                .contains(
                        "- **`%s`** %d: %s. %s"
                                .formatted(
                                        code.name(),
                                        code.status(),
                                        code.title(true),
                                        code.advice(true)));
    }
}
