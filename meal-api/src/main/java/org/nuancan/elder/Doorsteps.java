package org.nuancan.elder;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.nuancan.db.Sql;

/// Where elders are found, for who brings them a meal.
@Singleton
public final class Doorsteps {

    private final SealedPerson persons;

    Doorsteps(SealedPerson persons) {
        this.persons = persons;
    }

    /// By elder; who does not exist is left out.
    public Map<Long, Doorstep> of(Connection connection, Collection<Long> elderIds)
            throws SQLException {
        var doorsteps = new HashMap<Long, Doorstep>();
        Sql.on(connection, "select elder_id, sealed_person from elder where elder_id in (??)")
                .withAll(elderIds)
                .forEach(row -> {
                    var elderId = row.number("elder_id");
                    var person = persons.open(elderId, row.bytes("sealed_person"));
                    doorsteps.put(
                            elderId, new Doorstep(person.name(), person.address(), person.phone()));
                });
        return doorsteps;
    }
}
