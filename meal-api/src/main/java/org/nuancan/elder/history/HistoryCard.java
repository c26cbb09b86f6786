package org.nuancan.elder.history;

import java.util.Optional;
import org.nuancan.elder.CardEvent;
import org.nuancan.elder.CardNumber;

/// A card with one entry of its history, or with none.
///
/// @param card as it was issued
public record HistoryCard(
        long elderId, CardNumber number, ElderHistory.OfCard card, Optional<CardEvent> event) {}
