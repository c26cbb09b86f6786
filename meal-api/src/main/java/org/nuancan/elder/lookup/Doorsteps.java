package org.nuancan.elder.lookup;

import io.micronaut.transaction.annotation.ReadOnly;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.nuancan.db.InList;
import org.nuancan.elder.file.ElderRepository;
import org.nuancan.elder.vault.SealedPerson;

/// Where elders are found, for those who bring them a meal.
@Singleton
public class Doorsteps {

    private final SealedPerson persons;
    private final ElderRepository elders;

    Doorsteps(SealedPerson persons, ElderRepository elders) {
        this.persons = persons;
        this.elders = elders;
    }

    /// By elder; elders who do not exist are left out.
    @ReadOnly
    public Map<Long, Doorstep> of(Collection<Long> elderIds) {
        var doorsteps = new HashMap<Long, Doorstep>();
        for (var elder : elders.list(InList.of(elderIds))) {
            var person = persons.open(elder.elderId(), elder.sealedPerson());
            doorsteps.put(
                    elder.elderId(), new Doorstep(person.name(), person.address(), person.phone()));
        }
        return doorsteps;
    }
}
