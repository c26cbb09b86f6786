package org.nuancan.fund;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.CrudRepository;
import java.util.List;
import org.jspecify.annotations.Nullable;

@JdbcRepository(dialect = Dialect.MYSQL)
interface FundWarningRepository extends CrudRepository<FundWarningEntity, FundWarningEntity.Key> {

    /// The warnings of a year, the first one first.
    ///
    /// @param area limits the result to payers whose code starts with it; null for all
    @Query(
            """
            select * from fund_warning
             where year = :year and (:area is null or payer like concat(:area, '%'))
             order by warning_id
            """)
    List<FundWarningEntity> list(int year, @Nullable String area);
}
