package org.nuancan.console.importing;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.nuancan.console.page.Language;

/// A row of a file that was refused.
///
/// @param line its line in the file
/// @param fields the columns that are wrong, separated by semicolons
/// @param explanation what is wrong, in both languages
/// @param maskedIdNumber the ID number, masked, if there is one
public record ImportedLine(String line, String fields, String explanation, String maskedIdNumber) {

    private static final String BETWEEN = " / ";

    /// The columns that are wrong, as their file names them in a language.
    public String columns(Language language) {
        return switch (language) {
            case EN -> String.join(", ", fields.split(";", -1));
            case ZH ->
                    Arrays.stream(fields.split(";", -1))
                            .map(ImportColumn::name)
                            .collect(Collectors.joining("、"));
        };
    }

    /// What is wrong, in one language.
    public String why(Language language) {
        return of(explanation, language);
    }

    /// The part of explanations in a language: each is `中文 / English`, several with semicolons
    /// between them.
    static String of(String explanations, Language language) {
        var text = new StringBuilder();
        for (var explanation : explanations.split("; ", -1)) {
            var at = explanation.indexOf(BETWEEN);
            text.append(text.isEmpty() ? "" : "; ").append(part(explanation, at, language));
        }
        return text.toString();
    }

    private static String part(String explanation, int at, Language language) {
        if (at < 0) {
            return explanation;
        }
        return switch (language) {
            case ZH -> explanation.substring(0, at);
            case EN -> explanation.substring(at + BETWEEN.length());
        };
    }
}
