package org.nuancan.receipt;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;

@JdbcRepository(dialect = Dialect.MYSQL)
interface MoneySourceRepository
        extends GenericRepository<MoneySourceEntity, MoneySourceEntity.Key> {

    /// Locks a source until the transaction ends; adds it if it is new.
    @Query(
            """
            insert into money_source (district_code, source_kind, source)
            values (:district, :kind, :source)
            on duplicate key update source = money_source.source
            """)
    void lock(String district, Source.Kind kind, String source);
}
