package org.nuancan.access.account;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.CrudRepository;

@JdbcRepository(dialect = Dialect.MYSQL)
interface AccountMakerRepository
        extends CrudRepository<AccountMakerEntity, AccountMakerEntity.Key> {

    /// Adds a maker who may be there already.
    @Query(
            """
            insert into account_maker (name, maker) values (:name, :maker)
            on duplicate key update maker = values(maker)
            """)
    void add(String name, String maker);

    @Query("delete from account_maker where name = :name")
    void deleteAll(String name);
}
