package org.nuancan.ledger;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.CrudRepository;
import java.time.LocalDate;
import java.util.List;

@JdbcRepository(dialect = Dialect.MYSQL)
interface BusinessDayRepository extends CrudRepository<BusinessDayEntity, LocalDate> {

    /// The days on record from one to another, both included, oldest first.
    @Query(
            """
            select * from business_day
             where day between :first and :last
             order by day
             limit :most
            """)
    List<BusinessDayEntity> list(LocalDate first, LocalDate last, int most);
}
