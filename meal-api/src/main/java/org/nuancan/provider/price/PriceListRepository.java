package org.nuancan.provider.price;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.CrudRepository;
import java.time.Instant;
import java.util.List;
import org.nuancan.db.UtcMicros;

@JdbcRepository(dialect = Dialect.MYSQL)
interface PriceListRepository extends CrudRepository<PriceListEntity, Long> {

    boolean existsBySiteId(long siteId);

    /// The lists of sites that did not end before an instant, the latest first.
    @Query(
            """
            select *
              from price_list
             where site_id in (:siteIds) and (valid_to is null or valid_to > :since)
             order by list_id desc
            """)
    List<PriceListEntity> list(List<Long> siteIds, @UtcMicros Instant since);

    /// Ends the lists of a site. If business time was set back, a list may begin later than now: it
    /// is then replaced for its whole period.
    @Query(
            """
            update price_list
               set valid_to = greatest(valid_from, cast(:now as datetime(6)))
             where site_id = :siteId and (valid_to is null or valid_to > :now)
            """)
    void end(long siteId, @UtcMicros Instant now);
}
