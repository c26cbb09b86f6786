package org.nuancan.policy.calendar;

import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.CrudRepository;
import io.micronaut.transaction.annotation.ReadOnly;
import java.time.LocalDate;
import java.util.List;

@JdbcRepository(dialect = Dialect.MYSQL)
interface CalendarDayRepository extends CrudRepository<CalendarDayEntity, LocalDate> {

    @Override
    @ReadOnly
    List<CalendarDayEntity> findAll();
}
