package org.nuancan.review.step;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.CrudRepository;
import java.util.Collection;
import java.util.List;

/// Streets that have reviewed a statement.
@JdbcRepository(dialect = Dialect.MYSQL)
public interface StreetReviewRepository
        extends CrudRepository<StreetReviewEntity, StreetReviewEntity.Key> {

    /// The streets that have reviewed a statement, in the order of their codes.
    @Query(
            """
            select street_code from street_review
             where statement_id = :statementId
             order by street_code
            """)
    List<String> reviewed(long statementId);

    /// The given statements that a street has reviewed.
    @Query(
            """
            select statement_id from street_review
             where statement_id in (:statementIds) and street_code = :street
            """)
    List<Long> reviewedBy(Collection<Long> statementIds, String street);

    @Query("delete from street_review where statement_id in (:statementIds)")
    void delete(Collection<Long> statementIds);
}
