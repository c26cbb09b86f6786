package org.nuancan.elder.lookup;

import io.micronaut.transaction.annotation.ReadOnly;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.nuancan.elder.CardNumber;
import org.nuancan.elder.PersonName;
import org.nuancan.elder.card.CardRepository;
import org.nuancan.elder.file.ElderRepository;
import org.nuancan.elder.vault.Vault;

/// Finds elders by one word whose meaning is not known: the full name, the phone number or the
/// number of a card. Gives ids only; the caller limits what is shown.
@Singleton
public class EldersByWord {

    private final Vault vault;
    private final ElderRepository elders;
    private final CardRepository cards;

    EldersByWord(Vault vault, ElderRepository elders, CardRepository cards) {
        this.vault = vault;
        this.elders = elders;
        this.cards = cards;
    }

    /// The ids of the elders, in ascending order; empty for a blank word.
    @ReadOnly
    public List<Long> find(String word) {
        if (word.isBlank()) {
            return List.of();
        }
        var found = new TreeSet<>(elders.withName(vault.index(new PersonName(word)), 0));
        vault.phoneIndex(word).ifPresent(index -> found.addAll(elders.withPhone(index, 0)));
        CardNumber.parse(word.strip())
                .flatMap(number -> cards.findByCardNumber(number.value()))
                .ifPresent(card -> found.add(card.elderId()));
        return new ArrayList<>(found);
    }
}
