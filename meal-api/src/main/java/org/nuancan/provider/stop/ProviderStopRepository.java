package org.nuancan.provider.stop;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.nuancan.db.UtcMicros;

@JdbcRepository(dialect = Dialect.MYSQL)
public interface ProviderStopRepository extends GenericRepository<ProviderStopEntity, Long> {

    ProviderStopEntity save(ProviderStopEntity stop);

    /// The stops of providers, the earliest recorded first.
    @Query("select * from provider_stop where provider_id in (:providerIds) order by stop_id")
    List<ProviderStopEntity> list(Collection<Long> providerIds);

    @Query(
            """
            update provider_stop
               set ends_at = :endsAt, resumed_by = :by, resumed_at = :at
             where stop_id = :stopId
            """)
    void end(long stopId, @UtcMicros Instant endsAt, String by, @UtcMicros Instant at);
}
