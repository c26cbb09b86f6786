package org.nuancan.policy.book;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;

@JdbcRepository(dialect = Dialect.MYSQL)
interface PolicyChangeRepository extends GenericRepository<PolicyChangeEntity, Integer> {

    @Query("select changes from policy_change where id = 1")
    long count();

    @Query("update policy_change set changes = changes + 1 where id = 1")
    void countUp();
}
