package org.nuancan.access.attempt;

import io.micronaut.data.annotation.Embeddable;
import io.micronaut.data.annotation.EmbeddedId;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.MappedProperty;
import java.time.Instant;
import org.nuancan.db.UtcMicros;

/// A row of `sign_in_address`: when an account last signed in from an address.
@MappedEntity("sign_in_address")
record SignInAddressEntity(@EmbeddedId Key id, @UtcMicros Instant lastAt) {

    /// @param addressHash keyed hash of the name and the address
    @Embeddable
    record Key(
            @MappedProperty("name") String name,
            @MappedProperty("address_hash") String addressHash) {}
}
