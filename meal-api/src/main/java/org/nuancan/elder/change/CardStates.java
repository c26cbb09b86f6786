package org.nuancan.elder.change;

import jakarta.inject.Singleton;
import org.nuancan.elder.CardEvent;
import org.nuancan.elder.NewElder.Written;
import org.nuancan.elder.card.CardReader;
import org.nuancan.elder.card.CardStateEntity;
import org.nuancan.elder.card.CardStateRepository;
import org.nuancan.elder.file.ElderChange;
import org.nuancan.elder.vault.SealedFields;
import org.nuancan.elder.vault.Vault;

/// Records what happens to cards, in the transaction that holds the elder's lock.
@Singleton
public final class CardStates {

    private final Vault vault;
    private final CardStateRepository states;
    private final ElderChanges changes;
    private final ElderNotices notices;

    CardStates(
            Vault vault, CardStateRepository states, ElderChanges changes, ElderNotices notices) {
        this.vault = vault;
        this.states = states;
        this.changes = changes;
        this.notices = notices;
    }

    /// A card was handed out or renewed.
    public void issued(ElderLock lock, long cardId, Written written) {
        changes.addOfCard(lock, ElderChange.Kind.CARD_ISSUED, String.valueOf(cardId), written);
        notices.issued(cardId, lock, written);
    }

    /// A card's state changes.
    ///
    /// @param before the entry that holds now
    /// @param reason may be empty
    public void append(
            ElderLock lock,
            CardReader.WithEvent before,
            CardEvent event,
            String reason,
            Written written) {
        var cardId = before.card().cardId();
        var id = new CardStateEntity.Key(cardId, lock.number());
        var sealed = vault.seal(SealedFields.CARD_REASON, reason, cardId, lock.number());
        var _ = states.save(CardStateEntity.of(id, event, sealed, written.by()));
        changes.addOfCard(lock, ElderChange.Kind.CARD_STATE, cardId + " " + event.state(), written);
        notices.stateOfCard(cardId, lock, before.event().at(written.at()), event.state(), written);
    }
}
