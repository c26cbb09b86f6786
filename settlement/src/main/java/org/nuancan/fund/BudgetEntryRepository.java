package org.nuancan.fund;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.CrudRepository;
import java.util.List;
import org.jspecify.annotations.Nullable;

@JdbcRepository(dialect = Dialect.MYSQL)
interface BudgetEntryRepository extends CrudRepository<BudgetEntryEntity, Long> {

    /// The changes of a year, oldest first.
    ///
    /// @param area limits the result to payers whose code starts with it; null for all
    @Query(
            """
            select * from fund_budget
             where year = :year and (:area is null or payer like concat(:area, '%'))
             order by entry_id
            """)
    List<BudgetEntryEntity> list(int year, @Nullable String area);
}
