package org.nuancan.bank.advice;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The references that a bank gives for a payment or a batch, the most specific first.
///
/// @param all as in the file, without blanks at the ends
public record Names(List<Name> all) {

    /// Words that banks write when they know no reference (ISO 20022 usage guides).
    private static final Set<String> NONE =
            Set.of("NOTPROVIDED", "NOT PROVIDED", "NONREF", "NOTAVAILABLE", "NONE", "N/A");

    /// One reference.
    ///
    /// @param element the ISO 20022 element that contains it, or the column
    public record Name(String element, String text) {

        /// Whether it is a real reference; `NOTPROVIDED` is not.
        boolean isReference() {
            return !NONE.contains(text.toUpperCase(java.util.Locale.ROOT));
        }
    }

    public Names {
        all = all.stream().filter(name -> !name.text().isEmpty()).toList();
    }

    /// An empty list of references.
    public static Names none() {
        return new Names(List.of());
    }

    /// One reference, without blanks at the ends; an empty text gives none.
    public static Names of(String element, String text) {
        return new Names(List.of(new Name(element, text.strip())));
    }

    /// These references, followed by the others.
    public Names and(Names others) {
        return new Names(Stream.concat(all.stream(), others.all.stream()).toList());
    }

    /// The real references.
    public List<String> references() {
        return all.stream().filter(Name::isReference).map(Name::text).toList();
    }

    /// Whether the file has no text at all in the places of references.
    public boolean isEmpty() {
        return all.isEmpty();
    }

    /// The first reference, or the word in its place.
    public Optional<String> first() {
        return references().stream().findFirst().or(() -> all.stream().findFirst().map(Name::text));
    }

    /// All references with their elements: `EndToEndId NOTPROVIDED, TxId 8861`.
    @Override
    public String toString() {
        return all.stream()
                .map(name -> name.element() + " " + name.text())
                .collect(Collectors.joining(", "));
    }
}
