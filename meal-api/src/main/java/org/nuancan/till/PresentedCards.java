package org.nuancan.till;

import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.nuancan.check.Entered;
import org.nuancan.elder.lookup.Credential;
import org.nuancan.seal.Secrets;

/// Describes a presented credential for the platform's checks: its kind, and a keyed hash of a
/// card's number. The hash finds the same card again; the number cannot be read from it.
@Singleton
final class PresentedCards {

    private static final String PURPOSE = "checked-card";

    private final Secrets secrets;

    PresentedCards(Secrets secrets) {
        this.secrets = secrets;
    }

    static Entered entered(Optional<Credential> credential) {
        return credential
                .map(presented ->
                        switch (presented) {
                            case Credential.Card _ -> Entered.CARD;
                            case Credential.Id _ -> Entered.NUMBER;
                            case Credential.Code _ -> Entered.CODE;
                            case Credential.Unreadable _ -> Entered.NOBODY;
                        })
                .orElse(Entered.NOBODY);
    }

    Optional<String> hash(Optional<Credential> credential) {
        return credential
                .filter(Credential.Card.class::isInstance)
                .map(Credential.Card.class::cast)
                .map(card ->
                        secrets.fingerprint(
                                PURPOSE, card.number().value().getBytes(StandardCharsets.UTF_8)));
    }
}
