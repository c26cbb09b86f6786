package org.nuancan.close.retention;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.nuancan.close.statement.StatementEntity;

/// Reads and deletes statements whose retention period has ended.
@JdbcRepository(dialect = Dialect.MYSQL)
interface OldStatementRepository extends GenericRepository<StatementEntity, Long> {

    @Query("select count(*) from statement where statement_date < :before")
    long countBefore(LocalDate before);

    @Query(
            """
            select distinct district_code from statement
             where statement_date < :before
             order by district_code
            """)
    List<String> districtsBefore(LocalDate before);

    /// Locks the paid statements of a district before a day, the oldest first.
    @Query(
            """
            select * from statement
             where district_code = :district and statement_date < :before and state = 'PAID'
             order by statement_date, statement_id
             limit :most
               for update
            """)
    List<StatementEntity> lockPaid(String district, LocalDate before, int most);

    @Query("delete from statement where statement_id in (:statementIds)")
    void remove(Collection<Long> statementIds);
}
