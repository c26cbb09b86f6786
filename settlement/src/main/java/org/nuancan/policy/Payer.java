package org.nuancan.policy;

import java.util.Optional;
import org.nuancan.policy.fact.Division;
import org.nuancan.text.TextReading;
import org.nuancan.text.TextRule;

/// A party that bears a grant, as a policy names it.
public sealed interface Payer {

    /// The name in documents.
    String text();

    /// The account's owner for an elder whose relevant division is given.
    String resolvedFor(Division division);

    /// The payer with a name in a document; empty if there is none. The name of a charity is
    /// normalised.
    static Optional<Payer> named(String text) {
        if (text.equals(OwnDiscount.PROVIDER.name())) {
            return Optional.of(OwnDiscount.PROVIDER);
        }
        if (Division.isCode(text)) {
            return Optional.of(new OfDivision(new Division(text)));
        }
        var charity = Charity.nameIn(text);
        if (charity.isPresent()) {
            return charity.flatMap(Charity::normal).map(Charity::of);
        }
        for (var placeholder : Placeholder.values()) {
            if (placeholder.name().equals(text)) {
                return Optional.of(placeholder);
            }
        }
        return Optional.empty();
    }

    /// Like [#named], for payers that owe money for grants: a division or a charity.
    static Optional<Payer> owing(String text) {
        return named(text).filter(payer -> payer instanceof OfDivision || payer instanceof Charity);
    }

    /// A division.
    record OfDivision(Division division) implements Payer {

        @Override
        public String text() {
            return division.code();
        }

        @Override
        public String resolvedFor(Division elders) {
            return division.code();
        }
    }

    /// A charity. Its name is part of the name of an account, so texts that look alike must be one
    /// name: it is stored as [TextRule#name] normalises it.
    ///
    /// @param text `CHARITY:` and its name of 1 to 50 characters
    record Charity(String text) implements Payer {

        /// The rule for the name after the prefix.
        public static final TextRule NAME = TextRule.name(50);

        private static final String PREFIX = "CHARITY:";

        /// @throws IllegalArgumentException if `text` does not name a charity, or is not in its
        ///   normal form
        public Charity {
            var name = nameIn(text).orElse("");
            if (!normal(name).equals(Optional.of(name))) {
                throw new IllegalArgumentException("not the name of a charity");
            }
        }

        /// The charity with a name that [#NAME] accepted.
        public static Charity of(String name) {
            return new Charity(PREFIX + name);
        }

        /// The text after the prefix; empty if the text does not begin with the prefix or nothing
        /// follows.
        public static Optional<String> nameIn(String text) {
            return text.startsWith(PREFIX) && text.length() > PREFIX.length()
                    ? Optional.of(text.substring(PREFIX.length()))
                    : Optional.empty();
        }

        private static Optional<String> normal(String name) {
            return switch (NAME.read(name)) {
                case TextReading.Accepted(var accepted) -> Optional.of(accepted);
                case TextReading.Refused _ -> Optional.empty();
            };
        }

        @Override
        public String resolvedFor(Division elders) {
            return text;
        }
    }

    /// The provider of the site, which bears the grant itself.
    enum OwnDiscount implements Payer {
        /// The only value.
        PROVIDER;

        @Override
        public String text() {
            return name();
        }

        @Override
        public String resolvedFor(Division elders) {
            return name();
        }
    }

    /// The elder's division at a level.
    enum Placeholder implements Payer {
        /// The elder's street.
        STREET(9),
        /// The elder's district.
        DISTRICT(6),
        /// The elder's municipality.
        CITY(2);

        private final int digits;

        Placeholder(int digits) {
            this.digits = digits;
        }

        int digits() {
            return digits;
        }

        @Override
        public String text() {
            return name();
        }

        @Override
        public String resolvedFor(Division elders) {
            return elders.cutTo(digits);
        }
    }
}
