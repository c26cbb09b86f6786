package org.nuancan.elder;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.nuancan.db.Row;
import org.nuancan.db.Sql;

/// Reads what is on file about many elders by two queries.
final class Histories {

    private final Map<Long, List<ElderHistory.Part>> parts = new HashMap<>();
    private final Map<Long, Map<CardNumber, ElderHistory.OfCard>> cards = new HashMap<>();

    private Histories() {}

    /// Reads all that has a date, and the cards.
    static Histories withCards(Connection connection, Collection<Long> elderIds)
            throws SQLException {
        var histories = of(connection, elderIds);
        histories.readCards(connection, elderIds);
        return histories;
    }

    /// Reads all that has a date.
    static Histories of(Connection connection, Collection<Long> elderIds) throws SQLException {
        var histories = new Histories();
        histories.readParts(connection, elderIds);
        return histories;
    }

    private void readParts(Connection connection, Collection<Long> elderIds) throws SQLException {
        // In the order in which they were recorded: of those that hold the last one counts.
        Sql.on(
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
                .withAll(elderIds)
                .forEach(row ->
                        parts.computeIfAbsent(row.number("elder_id"), _ -> new ArrayList<>())
                                .add(ElderHistory.part(row)));
    }

    private void readCards(Connection connection, Collection<Long> elderIds) throws SQLException {
        Sql.on(
                        connection,
                        """
                        select c.card_id, c.card_number, c.elder_id, c.valid_to, c.issued_at,
                               s.state, s.from_at, s.in_writing, s.lapses_at, s.lapses_to
                        from card c left join card_state s on s.card_id = c.card_id
                        where c.elder_id in (??)
                        order by c.card_id, s.number
                        """)
                .withAll(elderIds)
                .forEach(this::addCard);
    }

    /// A card comes with the first of what was said about it, or with nothing.
    private void addCard(Row row) throws SQLException {
        var ofElder = cards.computeIfAbsent(row.number("elder_id"), _ -> new HashMap<>());
        var number = new CardNumber(row.text("card_number"));
        var card = ofElder.get(number);
        if (card == null) {
            card =
                    new ElderHistory.OfCard(
                            row.number("card_id"),
                            row.maybeDate("valid_to"),
                            List.of(CardEvent.issued(row.instant("issued_at"))));
        }
        ofElder.put(
                number, row.maybeText("state").isPresent() ? card.with(Cards.event(row)) : card);
    }

    /// What is on file about one of them.
    ElderHistory of(long elderId, LocalDate birthDate) {
        return new ElderHistory(
                birthDate,
                parts.getOrDefault(elderId, List.of()),
                cards.getOrDefault(elderId, Map.of()));
    }
}
