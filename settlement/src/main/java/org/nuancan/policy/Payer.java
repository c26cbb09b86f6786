package org.nuancan.policy;

import java.util.Optional;

/// Who bears a grant, as a policy names it.
public sealed interface Payer {

    /// How a document names it.
    String text();

    /// Whose account it is for an elder whose division counts.
    String resolvedFor(Division division);

    /// The payer that a document names; empty if there is none of this name.
    static Optional<Payer> named(String text) {
        if (text.equals(OwnDiscount.PROVIDER.name())) {
            return Optional.of(OwnDiscount.PROVIDER);
        }
        if (Division.isCode(text)) {
            return Optional.of(new OfDivision(new Division(text)));
        }
        if (Charity.isOne(text)) {
            return Optional.of(new Charity(text));
        }
        for (var placeholder : Placeholder.values()) {
            if (placeholder.name().equals(text)) {
                return Optional.of(placeholder);
            }
        }
        return Optional.empty();
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

    /// A charity.
    ///
    /// @param text `CHARITY:` and its name
    record Charity(String text) implements Payer {

        private static final String PREFIX = "CHARITY:";

        /// @throws IllegalArgumentException if `text` names no charity
        public Charity {
            if (!isOne(text)) {
                throw new IllegalArgumentException("not a charity: " + text);
            }
        }

        static boolean isOne(String text) {
            return text.startsWith(PREFIX) && text.length() > PREFIX.length();
        }

        @Override
        public String resolvedFor(Division elders) {
            return text;
        }
    }

    /// The provider of the site, out of its own pocket.
    enum OwnDiscount implements Payer {
        /// The only one.
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

    /// The elder's division at a depth.
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
