package org.nuancan.elder.change;

import java.util.List;
import java.util.Optional;
import org.nuancan.elder.Contact;
import org.nuancan.elder.HeldCategory;
import org.nuancan.elder.Person;
import org.nuancan.elder.PersonName;
import org.nuancan.elder.Standing;
import org.nuancan.policy.fact.Division;
import org.nuancan.policy.fact.Household;

/// What a PATCH wants to change; what is empty stays as it is.
///
/// @param reach name, phone, address and contacts
/// @param household where it is registered
/// @param residence where the elder lives
/// @param careGrade 0 to 6
/// @param categories all that hold from now on
/// @param diet all of it
/// @param allergens all of them
public record ElderPatch(
        Reach reach,
        Optional<Household> household,
        Optional<Division> residence,
        Optional<Integer> careGrade,
        Optional<List<HeldCategory>> categories,
        Optional<List<String>> diet,
        Optional<List<String>> allergens) {

    /// How a person is named and reached.
    public record Reach(
            Optional<PersonName> name,
            Optional<String> phone,
            Optional<String> address,
            Optional<List<Contact>> contacts) {

        boolean isEmpty() {
            return name.isEmpty() && phone.isEmpty() && address.isEmpty() && contacts.isEmpty();
        }

        Person over(Person person) {
            return new Person(
                    name.orElse(person.name()),
                    phone.orElse(person.phone()),
                    address.orElse(person.address()),
                    contacts.orElse(person.contacts()));
        }

        @Override
        public String toString() {
            return "Reach[…]";
        }
    }

    Standing over(Standing standing) {
        return new Standing(
                household.orElse(standing.household()),
                residence.orElse(standing.residence()),
                careGrade.orElse(standing.careGrade()));
    }
}
