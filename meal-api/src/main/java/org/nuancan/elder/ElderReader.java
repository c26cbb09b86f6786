package org.nuancan.elder;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.nuancan.day.BusinessDay;
import org.nuancan.db.Row;
import org.nuancan.db.Sql;
import org.nuancan.http.Id;
import org.nuancan.policy.Category;
import org.nuancan.policy.ElderFacts;

/// Reads whole records for those who may see them.
@Singleton
final class ElderReader {

    private final Vault vault;
    private final SealedPerson persons;

    ElderReader(Vault vault, SealedPerson persons) {
        this.vault = vault;
        this.persons = persons;
    }

    /// Which of these elders have household or residence in an area today.
    static List<Long> idsIn(Connection connection, Collection<Long> elderIds, Area area, Instant at)
            throws SQLException {
        if (!area.isAnywhere()) {
            return List.of();
        }
        var beginning = area.prefix() + "%";
        return Sql.on(
                        connection,
                        """
                        select s.elder_id
                        from elder_standing s
                        where s.elder_id in (??)
                          and s.valid_from =
                            (select max(x.valid_from) from elder_standing x
                             where x.elder_id = s.elder_id and x.valid_from <= ?)
                          and (s.household_division like ? or s.residence_division like ?)
                        order by s.elder_id
                        """)
                .withAll(elderIds)
                .with(BusinessDay.of(at).date(), beginning, beginning)
                .list(row -> row.number("elder_id"));
    }

    /// The records of elders, in the order of their ids.
    List<ElderAnswer> read(Connection connection, Collection<Long> elderIds, Instant at)
            throws SQLException {
        var today = BusinessDay.of(at).date();
        var facts = ElderFactsAsOf.read(connection, elderIds, today);
        var categories = categories(connection, elderIds);
        var stays = stays(connection, elderIds);
        var cards = cards(connection, elderIds, at);
        return Sql.on(
                        connection,
                        """
                        select elder_id, version, sealed_id_number, sealed_person, birth_date, sex,
                               district_code, diet, allergens, registered_at, registered_by
                        from elder
                        where elder_id in (??)
                        order by elder_id
                        """)
                .withAll(elderIds)
                .list(row -> {
                    var elderId = row.number("elder_id");
                    var about = facts.of(elderId, row.date("birth_date"));
                    var lists =
                            new Lists(
                                    categories.getOrDefault(elderId, List.of()),
                                    stays.getOrDefault(elderId, List.of()),
                                    cards.getOrDefault(elderId, List.of()));
                    return answer(row, about, lists, today);
                });
    }

    private record Lists(
            List<ElderAnswer.HeldBody> categories,
            List<ElderAnswer.StayBody> stays,
            List<CardAnswer> cards) {}

    private ElderAnswer answer(Row row, ElderFacts facts, Lists lists, LocalDate today)
            throws SQLException {
        var elderId = row.number("elder_id");
        var person = persons.open(elderId, row.bytes("sealed_person"));
        var idNumber =
                new IdNumber(
                        vault.open(SealedFields.ID_NUMBER, row.bytes("sealed_id_number"), elderId));
        return new ElderAnswer(
                new Id(elderId),
                row.integer("version"),
                person.name().masked(),
                idNumber.masked(),
                row.date("birth_date"),
                Math.toIntExact(facts.ageOn(today)),
                row.name("sex", Sex.class),
                new ElderAnswer.HouseholdBody(
                        facts.household().kind(), facts.household().division().code()),
                facts.residenceDivision().code(),
                row.text("district_code"),
                person.address(),
                person.phone(),
                lists.categories,
                facts.careGrade(),
                Words.diet(row.text("diet")),
                Words.allergens(row.text("allergens")),
                person.contacts(),
                lists.stays,
                facts.status(),
                facts.deceasedOn().orElse(null),
                lists.cards,
                row.instant("registered_at"),
                row.text("registered_by"));
    }

    private Map<Long, List<ElderAnswer.HeldBody>> categories(
            Connection connection, Collection<Long> elderIds) throws SQLException {
        var byElder = new HashMap<Long, List<ElderAnswer.HeldBody>>();
        Sql.on(
                        connection,
                        """
                        select elder_id, category_id, category, valid_from, valid_to, sealed_evidence
                        from elder_category
                        where elder_id in (??) and ended_on is null
                        order by elder_id, valid_from, category_id
                        """)
                .withAll(elderIds)
                .each(row -> {
                    var elderId = row.number("elder_id");
                    add(
                            byElder,
                            elderId,
                            new ElderAnswer.HeldBody(
                                    row.name("category", Category.class),
                                    row.date("valid_from"),
                                    row.maybeDate("valid_to").orElse(null),
                                    vault.open(
                                            SealedFields.EVIDENCE,
                                            row.bytes("sealed_evidence"),
                                            elderId,
                                            row.number("category_id"))));
                });
        return byElder;
    }

    private Map<Long, List<ElderAnswer.StayBody>> stays(
            Connection connection, Collection<Long> elderIds) throws SQLException {
        var byElder = new HashMap<Long, List<ElderAnswer.StayBody>>();
        Sql.on(
                        connection,
                        """
                        select elder_id, valid_from, valid_to, sealed_place
                        from elder_stay
                        where elder_id in (??)
                        order by elder_id, valid_from
                        """)
                .withAll(elderIds)
                .each(row -> {
                    var elderId = row.number("elder_id");
                    add(
                            byElder,
                            elderId,
                            new ElderAnswer.StayBody(
                                    row.date("valid_from"),
                                    row.maybeDate("valid_to").orElse(null),
                                    vault.open(
                                            SealedFields.PLACE,
                                            row.bytes("sealed_place"),
                                            elderId,
                                            row.date("valid_from"))));
                });
        return byElder;
    }

    private static Map<Long, List<CardAnswer>> cards(
            Connection connection, Collection<Long> elderIds, Instant at) throws SQLException {
        var byElder = new HashMap<Long, List<CardAnswer>>();
        Sql.on(connection, CardRegister.CARDS_AS_OF + "where c.elder_id in (??) order by c.card_id")
                .with(at)
                .withAll(elderIds)
                .each(row -> add(byElder, row.number("elder_id"), CardAnswer.read(row, at)));
        return byElder;
    }

    private static <T> void add(Map<Long, List<T>> byElder, long elderId, T one) {
        byElder.computeIfAbsent(elderId, none -> new ArrayList<>()).add(one);
    }
}
