package org.nuancan.elder.lookup;

import io.micronaut.transaction.annotation.ReadOnly;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.nuancan.db.InList;
import org.nuancan.elder.Contact;
import org.nuancan.elder.file.ElderRepository;
import org.nuancan.elder.vault.SealedPerson;

/// Finds the phone numbers for calls about an elder.
@Singleton
public class CallNumbers {

    /// The numbers of an elder.
    ///
    /// @param phone the elder's own; may be empty
    /// @param contacts relatives and neighbours
    public record CallList(String phone, List<Contact> contacts) {

        /// Copies the list.
        public CallList {
            contacts = List.copyOf(contacts);
        }

        @Override
        public String toString() {
            return "CallList[…]";
        }
    }

    private final SealedPerson persons;
    private final ElderRepository elders;

    CallNumbers(SealedPerson persons, ElderRepository elders) {
        this.persons = persons;
        this.elders = elders;
    }

    /// By elder; elders who do not exist are left out.
    @ReadOnly
    public Map<Long, CallList> of(Collection<Long> elderIds) {
        var numbers = new HashMap<Long, CallList>();
        for (var elder : elders.list(InList.of(elderIds))) {
            var person = persons.open(elder.elderId(), elder.sealedPerson());
            numbers.put(elder.elderId(), new CallList(person.phone(), person.contacts()));
        }
        return numbers;
    }
}
