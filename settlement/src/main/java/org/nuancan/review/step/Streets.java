package org.nuancan.review.step;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.nuancan.close.statement.Statements;
import org.nuancan.db.InList;
import org.nuancan.place.Places;

/// Reads the streets with lines on a statement, and records their reviews.
@Singleton
public final class Streets {

    private final StreetReviewRepository rows;
    private final Statements statements;
    private final Places places;

    Streets(StreetReviewRepository rows, Statements statements, Places places) {
        this.rows = rows;
        this.statements = statements;
        this.places = places;
    }

    /// The streets of a statement in order of their codes. A site that is not on file has no
    /// street.
    public List<String> of(long statementId) {
        return places.streetsOf(statements.sitesOf(statementId));
    }

    /// The street of a site, if it is on file.
    public Optional<String> ofSite(long siteId) {
        return places.streetsOf(List.of(siteId)).stream().findFirst();
    }

    /// The streets that have reviewed since the provider's confirmation.
    public List<String> reviewed(long statementId) {
        return rows.reviewed(statementId);
    }

    /// The given statements that a street has reviewed.
    public Set<Long> reviewedBy(String street, List<Long> statementIds) {
        return Set.copyOf(rows.reviewedBy(InList.of(statementIds), street));
    }

    /// The sites of a street.
    public List<Long> sites(String street) {
        return places.sitesOf(street);
    }

    /// Stores a street's review.
    public void keep(long statementId, String street, String by, Instant at) {
        var _ =
                rows.save(
                        new StreetReviewEntity(
                                new StreetReviewEntity.Key(statementId, street), by, at));
    }

    /// Deletes the reviews, so that all streets have to review again.
    public void forget(long statementId) {
        rows.delete(List.of(statementId));
    }
}
