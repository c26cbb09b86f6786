package org.nuancan.elder.card;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.nuancan.db.InList;
import org.nuancan.elder.CardEvent;
import org.nuancan.elder.CardNumber;

/// Reads cards with the entries of their histories that hold at an instant, in the transaction that
/// is open.
@Singleton
public final class CardReader {

    private final CardRepository cards;
    private final CardStateRepository states;

    CardReader(CardRepository cards, CardStateRepository states) {
        this.cards = cards;
        this.states = states;
    }

    /// A card and what holds of it.
    public record WithEvent(CardEntity card, CardEvent event) {}

    /// The card with its state at an instant; empty if the number is unknown.
    public Optional<WithEvent> find(CardNumber number, Instant at) {
        return cards.findByCardNumber(number.value())
                .map(card -> asOf(List.of(card), at).getFirst());
    }

    /// The cards of elders as answers, by elder in the order of the cards.
    public Map<Long, List<CardAnswer>> ofElders(Collection<Long> elderIds, Instant at) {
        return asOf(cards.list(InList.of(elderIds)), at).stream()
                .collect(
                        Collectors.groupingBy(
                                one -> one.card.elderId(),
                                Collectors.mapping(
                                        one -> CardAnswer.of(one.card, one.event, at),
                                        Collectors.toList())));
    }

    private List<WithEvent> asOf(List<CardEntity> found, Instant at) {
        if (found.isEmpty()) {
            return List.of();
        }
        var events = new HashMap<Long, CardEvent>();
        for (var state :
                states.asOf(InList.of(found.stream().map(CardEntity::cardId).toList()), at)) {
            events.put(state.id().cardId(), state.event());
        }
        return found.stream()
                .map(card ->
                        new WithEvent(
                                card,
                                events.getOrDefault(
                                        card.cardId(), CardEvent.issued(card.issuedAt()))))
                .toList();
    }
}
