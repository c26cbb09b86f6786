package org.nuancan.bank.advice;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.nuancan.bank.advice.Advice.Meaning;
import org.nuancan.text.TextReading;
import org.nuancan.text.TextRule;

/// The bank's words for a reason, checked by the rule for text from outside.
///
/// @param reason the part that is stored
/// @param fault the reason why it cannot be stored
public record Wording(Optional<String> reason, Optional<String> fault) {

    private static final int LONGEST = 500;
    private static final TextRule RULE = TextRule.words(LONGEST).orEmpty();

    /// No reason and no fault.
    public static Wording none() {
        return new Wording(Optional.empty(), Optional.empty());
    }

    /// Joins the parts of a reason; empty parts are left out.
    public static Wording of(List<String> parts) {
        return of(parts.stream().filter(part -> !part.isBlank()).collect(Collectors.joining(" ")));
    }

    /// The reason in one line of at most 500 characters; an empty text gives none.
    public static Wording of(String text) {
        return switch (RULE.read(cut(withoutBreaks(text)))) {
            case TextReading.Accepted(var words) ->
                    new Wording(
                            Optional.of(words).filter(some -> !some.isEmpty()), Optional.empty());
            case TextReading.Refused(var fault) ->
                    new Wording(Optional.empty(), Optional.of("reason " + fault));
        };
    }

    /// Additional words, which are left out if they cannot be stored.
    public static Wording ofRemark(String text) {
        return new Wording(of(text).reason(), Optional.empty());
    }

    /// Removes line breaks, since XML may break lines anywhere.
    private static String withoutBreaks(String text) {
        return text.replaceAll("\\s+", " ").strip();
    }

    private static String cut(String text) {
        return text.codePointCount(0, text.length()) <= LONGEST
                ? text
                : text.substring(0, text.offsetByCodePoints(0, LONGEST)).strip();
    }

    /// This wording if it has a reason or a fault, otherwise the other one.
    public Wording or(Wording other) {
        return reason.isPresent() || fault.isPresent() ? this : other;
    }

    /// The meaning, or the fault if the reason cannot be stored.
    public Meaning check(Meaning meaning) {
        return fault.<Meaning>map(Meaning.Unclear::new).orElse(meaning);
    }
}
