package org.nuancan.review;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// The streets with lines on a statement, and which of them have reviewed.
@Singleton
final class Streets {

    private final StreetReviewRepository rows;

    Streets(StreetReviewRepository rows) {
        this.rows = rows;
    }

    /// In order of their codes. A site that is not on file is in no street.
    List<String> of(long statementId) {
        return rows.onStatement(statementId);
    }

    /// The street of a site, if it is on file.
    Optional<String> ofSite(long siteId) {
        return rows.ofSite(siteId);
    }

    /// Those that have reviewed since the provider confirmed.
    List<String> reviewed(long statementId) {
        return rows.reviewed(statementId);
    }

    /// Keeps a street's review.
    void keep(long statementId, String street, String by, Instant at) {
        var _ =
                rows.save(
                        new StreetReviewEntity(
                                new StreetReviewEntity.Key(statementId, street), by, at));
    }

    /// All streets are asked again.
    void forget(long statementId) {
        rows.delete(List.of(statementId));
    }
}
