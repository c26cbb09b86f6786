package org.nuancan.place;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.Collection;
import java.util.List;

@JdbcRepository(dialect = Dialect.MYSQL)
interface ProviderPlaceRepository extends GenericRepository<ProviderPlaceEntity, Long> {

    @Query("select provider_id, district_code from provider where provider_id in (:providerIds)")
    List<ProviderPlaceEntity> list(Collection<Long> providerIds);
}
