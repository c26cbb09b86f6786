package org.nuancan.review.step;

import io.micronaut.data.annotation.Embeddable;
import io.micronaut.data.annotation.EmbeddedId;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.MappedProperty;
import java.time.Instant;
import org.nuancan.db.UtcMicros;

/// A row of `street_review`: a street that has reviewed since the provider's confirmation.
@MappedEntity("street_review")
record StreetReviewEntity(@EmbeddedId Key id, String reviewedBy, @UtcMicros Instant reviewedAt) {

    @Embeddable
    record Key(
            @MappedProperty("statement_id") long statementId,
            @MappedProperty("street_code") String streetCode) {}
}
