package org.nuancan.elder.vault;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import org.nuancan.elder.Contact;
import org.nuancan.elder.NewElder;
import org.nuancan.elder.Person;
import org.nuancan.elder.PersonName;

/// Seals and opens a [Person] as one text.
@Singleton
public final class SealedPerson {

    private record Stored(String name, String phone, String address, List<Contact> contacts) {}

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Vault vault;

    SealedPerson(Vault vault) {
        this.vault = vault;
    }

    /// Seals a person; the bytes can be opened only with the same `elderId`.
    public byte[] seal(long elderId, Person person) {
        try {
            var text =
                    JSON.writeValueAsString(
                            new Stored(
                                    person.name().value(),
                                    person.phone(),
                                    person.address(),
                                    person.contacts()));
            return vault.seal(SealedFields.PERSON, text, elderId);
        } catch (JsonProcessingException failure) {
            failure.clearLocation();
            throw new IllegalStateException("cannot write person of elder " + elderId, failure);
        }
    }

    /// What is kept sealed of an elder, and the hashes by which it is found.
    @SuppressWarnings("ArrayRecordComponent") // never compared
    public record Sealed(
            byte[] idNumberIndex,
            byte[] nameIndex,
            Optional<byte[]> phoneIndex,
            String keyId,
            byte[] idNumber,
            byte[] person) {}

    /// Seals the ID number and the person of a new elder, and computes their hashes.
    public Sealed sealAll(long elderId, NewElder elder) {
        return new Sealed(
                vault.index(elder.idNumber()),
                vault.index(elder.person().name()),
                vault.phoneIndex(elder.person().phone()),
                vault.keyId(),
                vault.seal(SealedFields.ID_NUMBER, elder.idNumber().value(), elderId),
                seal(elderId, elder.person()));
    }

    /// Opens what [#seal] made.
    ///
    /// @throws org.nuancan.seal.CannotOpen if the key is not configured, the bytes were changed or
    ///   belong to another elder
    public Person open(long elderId, byte[] sealed) {
        try {
            var stored =
                    JSON.readValue(vault.open(SealedFields.PERSON, sealed, elderId), Stored.class);
            return new Person(
                    new PersonName(stored.name), stored.phone, stored.address, stored.contacts);
        } catch (JsonProcessingException failure) {
            failure.clearLocation();
            throw new IllegalStateException("cannot read person of elder " + elderId, failure);
        }
    }
}
