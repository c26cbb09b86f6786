package org.nuancan.provider;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.CrudRepository;
import java.util.List;
import java.util.Optional;

/// Changes of providers' bank accounts; a provider has at most one open change.
@JdbcRepository(dialect = Dialect.MYSQL)
public interface AccountChangeRepository extends CrudRepository<AccountChangeEntity, Long> {

    /// Number of changes of a provider that wait for a second person: 0 or 1.
    @Query(
            """
            select count(*) from provider_account_change
             where provider_id = :providerId and open = 1
            """)
    long countOpen(long providerId);

    Optional<AccountChangeEntity> findByChangeIdAndProviderId(long changeId, long providerId);

    List<AccountChangeEntity> findByProviderIdOrderByChangeId(long providerId);
}
