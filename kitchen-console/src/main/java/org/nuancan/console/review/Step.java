package org.nuancan.console.review;

import java.time.OffsetDateTime;
import java.util.Optional;

/// One step of a statement's history: who did what, when and why.
///
/// @param from the state before
/// @param to the state after
/// @param fen what was held, released or recovered, if it was about a line
public record Step(
        int version,
        String act,
        String level,
        String by,
        Optional<String> byDisplayName,
        OffsetDateTime at,
        String from,
        String to,
        Optional<Long> fen,
        Optional<String> reason) {}
