package org.nuancan.elder;

import io.micronaut.context.annotation.Property;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import org.nuancan.db.Row;
import org.nuancan.db.Sql;
import org.nuancan.policy.ElderFacts;

/// Elders as the till, orders and the demo need them.
@Singleton
public final class Elders {

    private static final int DISTRICT_DIGITS = 6;

    private final String city;

    /// @param city the code of the city that runs this service
    Elders(@Property(name = "nuancan.city", defaultValue = "11") String city) {
        this.city = city;
    }

    /// Locks the rows of elders, in ascending order of their ids, until the transaction ends, and
    /// reads what holds on a service date. Who does not exist is left out.
    public Map<Long, ElderAtTable> lockForMeal(
            Connection connection, Collection<Long> elderIds, LocalDate serviceDate)
            throws SQLException {
        return read(connection, elderIds, serviceDate, "for update");
    }

    /// As [#lockForMeal], without locks: for quotes and verifications.
    public Map<Long, ElderAtTable> forMeal(
            Connection connection, Collection<Long> elderIds, LocalDate serviceDate)
            throws SQLException {
        return read(connection, elderIds, serviceDate, "");
    }

    private Map<Long, ElderAtTable> read(
            Connection connection, Collection<Long> elderIds, LocalDate date, String lock)
            throws SQLException {
        // The primary key is walked in its order: two who want the same elders never wait in a
        // circle.
        var persons =
                Sql.on(
                                connection,
                                """
                                select elder_id, masked_name, birth_date, diet, allergens
                                from elder
                                where elder_id in (??)
                                order by elder_id
                                """
                                        + lock)
                        .withAll(elderIds.stream().distinct().sorted().toList())
                        .list(Person::read);
        var found = persons.stream().map(Person::elderId).toList();
        var facts = ElderFactsAsOf.read(connection, found, date);
        var elders = new LinkedHashMap<Long, ElderAtTable>();
        for (var person : persons) {
            var about = facts.of(person.elderId, person.birthDate);
            elders.put(person.elderId, person.atTable(about, districtOf(about), date));
        }
        return elders;
    }

    /// The home district: the household's if it lies in the city, else the residence's.
    String districtOf(ElderFacts facts) {
        return districtOf(facts.household().division().code(), facts.residenceDivision().code());
    }

    /// The home district of an elder with these divisions.
    String districtOf(String household, String residence) {
        var home = household.startsWith(city) ? household : residence;
        return home.substring(0, Math.min(DISTRICT_DIGITS, home.length()));
    }

    private record Person(
            long elderId, String maskedName, LocalDate birthDate, String diet, String allergens) {

        private static Person read(Row row) throws SQLException {
            return new Person(
                    row.number("elder_id"),
                    row.text("masked_name"),
                    row.date("birth_date"),
                    row.text("diet"),
                    row.text("allergens"));
        }

        private ElderAtTable atTable(ElderFacts facts, String district, LocalDate date) {
            return new ElderAtTable(
                    elderId,
                    maskedName,
                    district,
                    facts,
                    Math.toIntExact(facts.ageOn(date)),
                    Words.read(diet),
                    Words.read(allergens));
        }
    }
}
