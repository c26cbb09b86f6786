package org.nuancan.elder;

import io.micronaut.core.annotation.Introspected;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.nuancan.db.Row;
import org.nuancan.http.Id;

/// A card, as callers see it.
///
/// @param validTo the last day; null: open
/// @param state as of now
/// @param inWriting whether that state was asked for in writing
/// @param lapsesAt when a loss told by phone ends by itself
@Introspected
record CardAnswer(
        String cardNumber,
        Id elderId,
        CardKind kind,
        @Nullable LocalDate validTo,
        CardState state,
        boolean inWriting,
        @Nullable Instant lapsesAt,
        Instant issuedAt) {

    static CardAnswer read(Row row, Instant at) throws SQLException {
        var event = Cards.event(row);
        var lapse = event.lapse().filter(end -> at.isBefore(end.at()));
        return new CardAnswer(
                row.text("card_number"),
                new Id(row.number("elder_id")),
                row.name("kind", CardKind.class),
                row.maybeDate("valid_to").orElse(null),
                event.at(at),
                event.inWriting(),
                lapse.map(CardEvent.Lapse::at).orElse(null),
                row.instant("issued_at"));
    }
}
