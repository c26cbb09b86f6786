package org.nuancan.elder.importing;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.CrudRepository;
import java.time.Instant;
import java.util.Optional;
import org.nuancan.db.UtcMicros;

@JdbcRepository(dialect = Dialect.MYSQL)
interface ElderImportRepository extends CrudRepository<ElderImportEntity, Long> {

    long countByStateAndCreatedBy(ImportJob.State state, String createdBy);

    ElderImportEntity getByImportId(long importId);

    /// The running job whose lease ended first before an instant, locked until the transaction
    /// ends. Skips rows locked by another transaction.
    @Query(
            """
            select import_id from elder_import
             where state = 'RUNNING' and leased_until < :now
             order by leased_until
             limit 1
               for update skip locked
            """)
    Optional<Long> lockSilent(@UtcMicros Instant now);

    /// Leases a running job to a run.
    ///
    /// @return 0 if the strikes would be more than `most`
    @Query(
            """
            update elder_import
               set runner = :runner, leased_until = :until, strikes = strikes + :more
             where import_id = :importId and state = 'RUNNING' and strikes + :more <= :most
            """)
    int lease(long importId, long runner, @UtcMicros Instant until, int more, int most);

    /// Prolongs the lease of a run.
    ///
    /// @return 0 if another run has taken over or other rows are worked off
    @Query(
            """
            update elder_import set leased_until = :until
             where import_id = :importId and runner = :runner and state = 'RUNNING'
               and done_rows = :done
            """)
    int prolong(long importId, long runner, int done, @UtcMicros Instant until);

    /// Counts rows that are worked off.
    ///
    /// @param strikes at most so many are left
    @Query(
            """
            update elder_import
               set done_rows = done_rows + :imported + :faults, imported = imported + :imported,
                   faults = faults + :faults, strikes = least(strikes, :strikes)
             where import_id = :importId
            """)
    void count(long importId, int imported, int faults, int strikes);

    /// Ends a job of which every row is an elder or a kept fault.
    ///
    /// @return 0 if it is not so, or another run has taken over
    @Query(
            """
            update elder_import
               set state = 'DONE', finished_at = :at
             where import_id = :importId and runner = :runner and state = 'RUNNING'
               and done_rows = total_rows and imported + faults = total_rows
               and faults =
                   (select count(*) from elder_import_fault f where f.import_id = :importId)
            """)
    int finish(long importId, long runner, @UtcMicros Instant at);

    /// The strikes of a run that has its lease, locked until the transaction ends.
    @Query(
            """
            select strikes from elder_import
             where import_id = :importId and runner = :runner and state = 'RUNNING'
               for update
            """)
    Optional<Integer> lockStrikes(long importId, long runner);

    /// Lets the lease of a run end.
    @Query(
            """
            update elder_import
               set leased_until = :until, strikes = strikes - :less
             where import_id = :importId and runner = :runner and state = 'RUNNING'
            """)
    void release(long importId, long runner, @UtcMicros Instant until, int less);

    @Query(
            """
            update elder_import
               set state = 'FAILED', failure = :failure, finished_at = :at
             where import_id = :importId and state = 'RUNNING'
            """)
    void fail(long importId, ImportJob.Failure failure, @UtcMicros Instant at);
}
