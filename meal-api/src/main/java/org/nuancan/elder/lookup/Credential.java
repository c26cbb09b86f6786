package org.nuancan.elder.lookup;

import java.util.Optional;
import org.nuancan.elder.CardNumber;
import org.nuancan.elder.IdNumber;
import org.nuancan.elder.UnusableReason;

/// What is held against the till's reader or keyed in.
public sealed interface Credential {

    /// How a credential is presented.
    enum Type {
        /// A card's number.
        CARD,
        /// An ID number.
        ID_NUMBER,
        /// A one-time code's text.
        CODE
    }

    /// A card.
    record Card(CardNumber number) implements Credential {}

    /// An ID number.
    record Id(IdNumber number) implements Credential {}

    /// A code; the check finds out whether this service made it.
    record Code(String text) implements Credential {
        @Override
        public String toString() {
            return "Code[…]";
        }
    }

    /// Something that cannot be a credential of its type.
    record Unreadable(UnusableReason reason) implements Credential {}

    /// What a till read.
    static Credential of(Type type, String value) {
        return switch (type) {
            case CARD ->
                    either(CardNumber.parse(value).map(Card::new), UnusableReason.CARD_UNKNOWN);
            case ID_NUMBER ->
                    either(IdNumber.parse(value).map(Id::new), UnusableReason.ELDER_UNKNOWN);
            case CODE -> new Code(value);
        };
    }

    private static Credential either(
            Optional<? extends Credential> read, UnusableReason otherwise) {
        return read.map(Credential.class::cast).orElseGet(() -> new Unreadable(otherwise));
    }
}
