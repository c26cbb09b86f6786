package org.nuancan.elder;

import java.util.Optional;

/// A card with one entry of its history, or with none.
///
/// @param card as it was issued
record HistoryCard(
        long elderId, CardNumber number, ElderHistory.OfCard card, Optional<CardEvent> event) {}
