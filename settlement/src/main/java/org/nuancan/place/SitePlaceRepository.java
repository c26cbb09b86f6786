package org.nuancan.place;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.Collection;
import java.util.List;

@JdbcRepository(dialect = Dialect.MYSQL)
interface SitePlaceRepository extends GenericRepository<SitePlaceEntity, Long> {

    @Query("select site_id, division from site where site_id in (:siteIds)")
    List<SitePlaceEntity> list(Collection<Long> siteIds);

    @Query("select site_id, division from site where division = :street")
    List<SitePlaceEntity> in(String street);
}
