package org.nuancan.elder.lookup;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.nuancan.db.RoundTrip;
import org.nuancan.db.RoundTrip.Later;
import org.nuancan.db.Row;
import org.nuancan.db.Sql;
import org.nuancan.elder.CardEvent;
import org.nuancan.elder.CardNumber;
import org.nuancan.elder.CardState;
import org.nuancan.elder.file.SeatedElder;
import org.nuancan.elder.history.ElderHistory;
import org.nuancan.elder.history.ElderHistoryRepository;
import org.nuancan.elder.history.HistoryCard;
import org.nuancan.elder.history.HistoryPart;

/// Queries of a sale about elders, sent together with its other statements.
final class GuestQueries {

    private static final Row.Reader<Optional<CardEvent.Lapse>> LAPSE =
            row ->
                    row.maybeText("lapses_to").isEmpty()
                            ? Optional.empty()
                            : Optional.of(
                                    new CardEvent.Lapse(
                                            row.instant("lapses_at"),
                                            row.name("lapses_to", CardState.class)));

    private static final Row.Reader<Optional<CardEvent>> EVENT =
            row ->
                    row.maybeText("state").isEmpty()
                            ? Optional.empty()
                            : Optional.of(
                                    new CardEvent(
                                            row.name("state", CardState.class),
                                            row.instant("from_at"),
                                            row.flag("in_writing"),
                                            LAPSE.read(row)));

    private GuestQueries() {}

    /// Rows of elders in the order of their ids.
    ///
    /// @param lock how the rows are locked; may be empty
    static Later<List<SeatedElder>> seated(RoundTrip trip, Collection<Long> elderIds, String lock) {
        // The primary key is walked in its order: two sales that want the same elders do not wait
        // for each other in a circle.
        var query =
                Sql.on(
                                trip.connection(),
                                """
                                select elder_id, changes, masked_name, birth_date, diet, allergens
                                from elder
                                where elder_id in (??)
                                order by elder_id
                                """
                                        + lock)
                        .withAll(elderIds.stream().distinct().sorted().toList());
        return trip.ask(
                query,
                row ->
                        new SeatedElder(
                                row.number("elder_id"),
                                row.integer("changes"),
                                row.text("masked_name"),
                                row.date("birth_date"),
                                row.text("diet"),
                                row.text("allergens")));
    }

    /// As [ElderHistoryRepository#parts].
    static Later<List<HistoryPart>> parts(RoundTrip trip, Collection<Long> elderIds) {
        var query =
                Sql.on(trip.connection(), ElderHistoryRepository.PARTS.replace(":elderIds", "??"))
                        .withAll(elderIds)
                        .withAll(elderIds)
                        .withAll(elderIds)
                        .withAll(elderIds);
        return trip.ask(
                query,
                row ->
                        new HistoryPart(
                                row.text("part"),
                                row.number("elder_id"),
                                row.date("valid_from"),
                                row.maybeDate("valid_to").orElse(null),
                                row.maybeText("word").orElse(null),
                                row.maybeText("household_division").orElse(null),
                                row.maybeText("residence_division").orElse(null),
                                row.integer("care_grade")));
    }

    /// All cards of elders with all that was recorded about them, in this order.
    static Later<List<HistoryCard>> cards(RoundTrip trip, Collection<Long> elderIds) {
        var query =
                Sql.on(
                                trip.connection(),
                                """
                                select c.card_id, c.card_number, c.elder_id, c.valid_to, c.issued_at,
                                       s.state, s.from_at, s.in_writing, s.lapses_at, s.lapses_to
                                from card c left join card_state s on s.card_id = c.card_id
                                where c.elder_id in (??)
                                order by c.card_id, s.number
                                """)
                        .withAll(elderIds);
        return trip.ask(
                query,
                row ->
                        new HistoryCard(
                                row.number("elder_id"),
                                new CardNumber(row.text("card_number")),
                                new ElderHistory.OfCard(
                                        row.number("card_id"),
                                        row.maybeDate("valid_to"),
                                        List.of(CardEvent.issued(row.instant("issued_at")))),
                                EVENT.read(row)));
    }
}
