package org.nuancan.elder;

import java.util.List;

/// What names a person and how to reach them; sealed in the database, and not shown by `toString`.
///
/// @param name the whole name
/// @param phone as it was given, may be empty
/// @param address as it was given, may be empty
/// @param contacts persons to call
public record Person(PersonName name, String phone, String address, List<Contact> contacts) {

    /// Copies the list.
    public Person {
        contacts = List.copyOf(contacts);
    }

    @Override
    public String toString() {
        return "Person[" + name.masked() + "]";
    }
}
