package org.nuancan.access.account;

import io.micronaut.data.annotation.Embeddable;
import io.micronaut.data.annotation.EmbeddedId;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.MappedProperty;

/// A row of `account_maker`: a person who made an account that is not confirmed, or changed it
/// since.
@MappedEntity("account_maker")
record AccountMakerEntity(@EmbeddedId Key id) {

    @Embeddable
    record Key(@MappedProperty("name") String name, @MappedProperty("maker") String maker) {}
}
