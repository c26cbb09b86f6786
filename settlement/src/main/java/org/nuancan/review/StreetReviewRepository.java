package org.nuancan.review;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.CrudRepository;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

@JdbcRepository(dialect = Dialect.MYSQL)
interface StreetReviewRepository
        extends CrudRepository<StreetReviewEntity, StreetReviewEntity.Key> {

    /// The streets that have reviewed a statement, in the order of their codes.
    @Query(
            """
            select street_code from street_review
             where statement_id = :statementId
             order by street_code
            """)
    List<String> reviewed(long statementId);

    /// The streets with lines on a statement, in the order of their codes.
    @Query(
            """
            select distinct s.division
              from statement_site x
              join site s on s.site_id = x.site_id
             where x.statement_id = :statementId
             order by s.division
            """)
    List<String> onStatement(long statementId);

    @Query("select division from site where site_id = :siteId")
    Optional<String> ofSite(long siteId);

    @Query("delete from street_review where statement_id in (:statementIds)")
    void delete(Collection<Long> statementIds);
}
