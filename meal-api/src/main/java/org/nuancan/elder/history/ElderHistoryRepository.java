package org.nuancan.elder.history;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.Collection;
import java.util.List;
import org.nuancan.elder.file.ElderStandingEntity;

/// All rows about elders that have a date, from four tables.
@JdbcRepository(dialect = Dialect.MYSQL)
public interface ElderHistoryRepository
        extends GenericRepository<ElderStandingEntity, ElderStandingEntity.Key> {

    /// In the order in which they were recorded: of those that hold the last one counts.
    String PARTS =
            """
            select 'STANDING' as part, elder_id, valid_from, null as valid_to,
                   household_kind as word, household_division,
                   residence_division, care_grade, 0 as number
              from elder_standing
             where elder_id in (:elderIds)
            union all
            select 'CATEGORY', elder_id, valid_from,
                   least(coalesce(valid_to, ended_on), coalesce(ended_on, valid_to)),
                   category, null, null, 0, 0
              from elder_category
             where elder_id in (:elderIds)
            union all
            select 'STAY', elder_id, valid_from, valid_to,
                   null, null, null, 0, 0
              from elder_stay
             where elder_id in (:elderIds)
            union all
            select 'STATUS', elder_id, valid_from, null,
                   status, null, null, 0, number
              from elder_status
             where elder_id in (:elderIds)
             order by elder_id, part, number, valid_from
            """;

    @Query(PARTS)
    List<HistoryPart> parts(Collection<Long> elderIds);
}
