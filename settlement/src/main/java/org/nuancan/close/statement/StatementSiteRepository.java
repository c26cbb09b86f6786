package org.nuancan.close.statement;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.CrudRepository;
import java.util.Collection;
import java.util.List;

/// Sites that have lines on a statement.
@JdbcRepository(dialect = Dialect.MYSQL)
public interface StatementSiteRepository
        extends CrudRepository<StatementSiteEntity, StatementSiteEntity.Key> {

    /// The given sites that have lines on a statement.
    @Query(
            """
            select site_id from statement_site
             where statement_id = :statementId and site_id in (:siteIds)
            """)
    List<Long> among(long statementId, Collection<Long> siteIds);

    @Query("delete from statement_site where statement_id in (:statementIds)")
    void remove(Collection<Long> statementIds);

    /// The sites with lines on a statement.
    @Query("select site_id from statement_site where statement_id = :statementId order by site_id")
    List<Long> of(long statementId);
}
