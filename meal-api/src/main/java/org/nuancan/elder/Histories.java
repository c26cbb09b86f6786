package org.nuancan.elder;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.nuancan.db.RoundTrip;
import org.nuancan.db.Row;
import org.nuancan.db.Sql;

/// Reads what is on file about many elders by two queries, sent together.
final class Histories {

    private final Map<Long, List<ElderHistory.Part>> parts = new HashMap<>();
    private final Map<Long, Map<CardNumber, ElderHistory.OfCard>> cards = new HashMap<>();

    private Histories() {}

    /// Reads all that has a date, and the cards.
    static Histories withCards(Connection connection, Collection<Long> elderIds)
            throws SQLException {
        var trip = RoundTrip.on(connection);
        var parts = trip.ask(parts(connection, elderIds), Part::read);
        var cards = trip.ask(cards(connection, elderIds), Card::read);
        trip.go();
        var histories = new Histories();
        parts.get().forEach(histories::add);
        cards.get().forEach(histories::add);
        return histories;
    }

    /// Reads all that has a date.
    static Histories of(Connection connection, Collection<Long> elderIds) throws SQLException {
        var histories = new Histories();
        parts(connection, elderIds).list(Part::read).forEach(histories::add);
        return histories;
    }

    private record Part(long elderId, ElderHistory.Part part) {

        private static Part read(Row row) throws SQLException {
            return new Part(row.number("elder_id"), ElderHistory.part(row));
        }
    }

    /// A card with one thing that was said about it, or with nothing.
    private record Card(
            long elderId, CardNumber number, ElderHistory.OfCard card, Optional<CardEvent> event) {

        private static Card read(Row row) throws SQLException {
            return new Card(
                    row.number("elder_id"),
                    new CardNumber(row.text("card_number")),
                    new ElderHistory.OfCard(
                            row.number("card_id"),
                            row.maybeDate("valid_to"),
                            List.of(CardEvent.issued(row.instant("issued_at")))),
                    row.maybeText("state").isPresent()
                            ? Optional.of(Cards.event(row))
                            : Optional.empty());
        }
    }

    private static Sql parts(Connection connection, Collection<Long> elderIds) {
        // In the order in which they were recorded: of those that hold the last one counts.
        return Sql.on(
                        connection,
                        """
                        select 'STANDING' as part, elder_id, valid_from, null as valid_to,
                               household_kind as word, household_division,
                               residence_division, care_grade, 0 as number
                        from elder_standing
                        where elder_id in (??)
                        union all
                        select 'CATEGORY', elder_id, valid_from,
                               least(coalesce(valid_to, ended_on), coalesce(ended_on, valid_to)),
                               category, null, null, 0, 0
                        from elder_category
                        where elder_id in (??)
                        union all
                        select 'STAY', elder_id, valid_from, valid_to,
                               null, null, null, 0, 0
                        from elder_stay
                        where elder_id in (??)
                        union all
                        select 'STATUS', elder_id, valid_from, null,
                               status, null, null, 0, number
                        from elder_status
                        where elder_id in (??)
                        order by elder_id, part, number, valid_from
                        """)
                .withAll(elderIds)
                .withAll(elderIds)
                .withAll(elderIds)
                .withAll(elderIds);
    }

    private static Sql cards(Connection connection, Collection<Long> elderIds) {
        return Sql.on(
                        connection,
                        """
                        select c.card_id, c.card_number, c.elder_id, c.valid_to, c.issued_at,
                               s.state, s.from_at, s.in_writing, s.lapses_at, s.lapses_to
                        from card c left join card_state s on s.card_id = c.card_id
                        where c.elder_id in (??)
                        order by c.card_id, s.number
                        """)
                .withAll(elderIds);
    }

    private void add(Part one) {
        parts.computeIfAbsent(one.elderId, _ -> new ArrayList<>()).add(one.part);
    }

    private void add(Card one) {
        var ofElder = cards.computeIfAbsent(one.elderId, _ -> new HashMap<>());
        var card = ofElder.getOrDefault(one.number, one.card);
        ofElder.put(one.number, one.event.map(card::with).orElse(card));
    }

    /// What is on file about one of them.
    ElderHistory of(long elderId, LocalDate birthDate) {
        return new ElderHistory(
                birthDate,
                parts.getOrDefault(elderId, List.of()),
                cards.getOrDefault(elderId, Map.of()));
    }
}
