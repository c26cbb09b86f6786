package org.nuancan.elder.file;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.CrudRepository;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.nuancan.policy.fact.Household;

/// Household, residence and care grade of elders, each from a day on.
@JdbcRepository(dialect = Dialect.MYSQL)
public interface ElderStandingRepository
        extends CrudRepository<ElderStandingEntity, ElderStandingEntity.Key> {

    /// Adds a standing; one of the same day is written over.
    @Query(
            """
            insert into elder_standing
                (elder_id, valid_from, household_kind, household_division, residence_division,
                 care_grade)
            values (:elderId, :from, :kind, :household, :residence, :careGrade)
            on duplicate key update
                household_kind = values(household_kind),
                household_division = values(household_division),
                residence_division = values(residence_division),
                care_grade = values(care_grade)
            """)
    void put(
            long elderId,
            LocalDate from,
            Household.Kind kind,
            String household,
            String residence,
            int careGrade);

    /// Which of these elders have household or residence in an area on a day, in the order of their
    /// ids.
    ///
    /// @param area first digits of divisions
    @Query(
            """
            select s.elder_id
              from elder_standing s
             where s.elder_id in (:elderIds)
               and s.valid_from =
                   (select max(x.valid_from) from elder_standing x
                     where x.elder_id = s.elder_id and x.valid_from <= :day)
               and (s.household_division like concat(:area, '%')
                    or s.residence_division like concat(:area, '%'))
             order by s.elder_id
            """)
    List<Long> within(Collection<Long> elderIds, String area, LocalDate day);
}
