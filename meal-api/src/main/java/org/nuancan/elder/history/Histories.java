package org.nuancan.elder.history;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.nuancan.elder.CardNumber;

/// Histories of many elders.
public final class Histories {

    private final Map<Long, List<ElderHistory.Part>> parts = new HashMap<>();
    private final Map<Long, Map<CardNumber, ElderHistory.OfCard>> cards = new HashMap<>();

    /// @param parts in the order in which they were recorded
    /// @param cards likewise, with one entry each
    public Histories(List<HistoryPart> parts, List<HistoryCard> cards) {
        parts.forEach(this::add);
        cards.forEach(this::add);
    }

    private void add(HistoryPart one) {
        parts.computeIfAbsent(one.elderId(), _ -> new ArrayList<>()).add(one.value());
    }

    private void add(HistoryCard one) {
        var ofElder = cards.computeIfAbsent(one.elderId(), _ -> new HashMap<>());
        var card = ofElder.getOrDefault(one.number(), one.card());
        ofElder.put(one.number(), one.event().map(card::with).orElse(card));
    }

    /// What is on file about one of the elders.
    public ElderHistory of(long elderId, LocalDate birthDate) {
        return new ElderHistory(
                birthDate,
                parts.getOrDefault(elderId, List.of()),
                cards.getOrDefault(elderId, Map.of()));
    }
}
