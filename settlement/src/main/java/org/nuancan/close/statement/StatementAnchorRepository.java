package org.nuancan.close.statement;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.CrudRepository;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;

/// Hashes of deleted statements, to which the hashes of later statements refer.
@JdbcRepository(dialect = Dialect.MYSQL)
public interface StatementAnchorRepository
        extends CrudRepository<StatementAnchorEntity, StatementAnchorEntity.Key> {

    /// The providers with an anchor of a day or a later one.
    @Query("select distinct provider_id from statement_anchor where statement_date >= :day")
    List<Long> providersFrom(LocalDate day);

    /// Keeps the hashes of statements that will be deleted.
    @Query(
            """
            insert into statement_anchor
                (provider_id, statement_date, content_hash, previous_hash)
            select provider_id, statement_date, content_hash, previous_hash
              from statement
             where statement_id in (:statementIds)
            """)
    void keep(Collection<Long> statementIds);

    /// Deletes each anchor that is followed by another anchor and by no statement. The anchor at
    /// the end of a chain stays for the next statement.
    @Query(
            """
            delete a
              from statement_anchor a
              join (select x.provider_id, x.statement_date
                      from statement_anchor x
                     where exists (select 1 from statement_anchor y
                                    where y.provider_id = x.provider_id
                                      and y.previous_hash = x.content_hash)
                       and not exists (select 1 from statement s
                                        where s.provider_id = x.provider_id
                                          and s.previous_hash = x.content_hash)) gone
                on gone.provider_id = a.provider_id
               and gone.statement_date = a.statement_date
            """)
    void removeFollowed();
}
