package org.nuancan.receipt;

import io.micronaut.data.annotation.Embeddable;
import io.micronaut.data.annotation.EmbeddedId;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.MappedProperty;

/// A row of `money_source`: locked while money of a source is matched.
@MappedEntity("money_source")
record MoneySourceEntity(@EmbeddedId Key id) {

    @Embeddable
    record Key(
            @MappedProperty("district_code") String districtCode,
            @MappedProperty("source_kind") Source.Kind sourceKind,
            @MappedProperty("source") String source) {}
}
