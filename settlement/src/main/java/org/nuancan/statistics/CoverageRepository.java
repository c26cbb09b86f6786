package org.nuancan.statistics;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.CrudRepository;
import java.util.List;

@JdbcRepository(dialect = Dialect.MYSQL)
interface CoverageRepository extends CrudRepository<CoverageEntity, Long> {

    /// Entries of a year after one, the oldest first.
    ///
    /// @param area first digits of the districts; empty for all
    @Query(
            """
            select * from statistics_coverage
             where year = :year and district_code like concat(:area, '%') and coverage_id > :after
             order by coverage_id
             limit :most
            """)
    List<CoverageEntity> list(int year, String area, long after, int most);

    /// The latest entry of each district for a year.
    ///
    /// @param area first digits of the districts; empty for all
    @Query(
            """
            select * from statistics_coverage
             where coverage_id in
                   (select max(coverage_id) from statistics_coverage
                     where year = :year and district_code like concat(:area, '%')
                     group by district_code)
             order by district_code
            """)
    List<CoverageEntity> listLatest(int year, String area);
}
