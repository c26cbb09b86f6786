package org.nuancan.reconcile;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.CrudRepository;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

@JdbcRepository(dialect = Dialect.MYSQL)
interface DifferenceCaseRepository extends CrudRepository<DifferenceCaseEntity, String> {

    List<DifferenceCaseEntity> findByDistrictCodeAndOnDate(String districtCode, LocalDate onDate);

    @Query("select * from difference_case where case_key = :key for update")
    Optional<DifferenceCaseEntity> lock(String key);

    @Query("delete from difference_case where case_key = :key")
    void remove(String key);
}
