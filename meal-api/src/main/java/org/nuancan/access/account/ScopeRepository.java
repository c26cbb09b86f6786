package org.nuancan.access.account;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.Optional;
import org.nuancan.access.Scope;

/// Reads tables of package provider. That package uses this one, so this one cannot use its types.
@JdbcRepository(dialect = Dialect.MYSQL)
interface ScopeRepository extends GenericRepository<AccountEntity, String> {

    /// The code of a provider's district.
    @Query("select district_code from provider where provider_id = :providerId")
    Optional<String> findDistrict(long providerId);

    @Query("select site_id, provider_id, division from site where site_id = :siteId")
    Optional<Scope.OfSite> findSite(long siteId);

    @Query("select name from provider where provider_id = :providerId")
    Optional<String> findProviderName(long providerId);

    @Query("select name from site where site_id = :siteId")
    Optional<String> findSiteName(long siteId);

    @Query("select name from division where code = :code")
    Optional<String> findDivisionName(String code);
}
