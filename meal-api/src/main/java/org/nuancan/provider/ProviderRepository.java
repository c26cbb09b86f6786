package org.nuancan.provider;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.CrudRepository;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.nuancan.db.UtcMicros;

/// Providers with their first accounts; account numbers are encrypted.
@JdbcRepository(dialect = Dialect.MYSQL)
public interface ProviderRepository extends CrudRepository<ProviderEntity, Long> {

    /// A provider with the account in force at an instant.
    ///
    /// @param changeId the change that set the account; null for the first account
    @Introspected
    record WithAccount(
            long providerId,
            String name,
            ProviderKind kind,
            String districtCode,
            @Nullable Long changeId,
            String accountName,
            String accountNumber,
            String bankCode,
            int version) {}

    String WITH_ACCOUNT =
            """
            select p.provider_id, p.name, p.kind, p.district_code, c.change_id,
                   coalesce(c.account_name, p.account_name) as account_name,
                   coalesce(c.account_number, p.account_number) as account_number,
                   coalesce(c.bank_code, p.bank_code) as bank_code, p.version
              from provider p
              left join provider_account_change c
                on c.change_id = (select max(x.change_id)
                                    from provider_account_change x
                                   where x.provider_id = p.provider_id and x.good_from <= :at
                                     and x.withdrawn_at is null)
            """;

    @Query(WITH_ACCOUNT + " where p.provider_id = :providerId")
    Optional<WithAccount> find(long providerId, @UtcMicros Instant at);

    /// The providers of the districts whose code starts with `area`, ordered by id.
    @Query(
            WITH_ACCOUNT
                    + """
                     where p.provider_id > :after
                       and p.district_code like concat(:area, '%')
                     order by p.provider_id
                     limit :most
                    """)
    List<WithAccount> list(String area, long after, int most, @UtcMicros Instant at);

    /// The name of a provider.
    @Introspected
    record Named(long providerId, String name) {}

    /// The providers of a kind in a district, ordered by id.
    @Query(
            """
            select provider_id, name from provider
             where district_code = :districtCode and kind = :kind and provider_id > :after
             order by provider_id
             limit :most
            """)
    List<Named> listOfKind(String districtCode, ProviderKind kind, long after, int most);

    @Query("select provider_id, name from provider where provider_id in (:providerIds)")
    List<Named> named(Collection<Long> providerIds);

    @Query("update provider set name = :name where provider_id = :providerId")
    void rename(long providerId, String name);

    @Query("update provider set version = version + 1 where provider_id = :providerId")
    void countChange(long providerId);

    @Query("select district_code from provider where provider_id = :providerId")
    Optional<String> findDistrict(long providerId);

    @Query("select provider_id from provider where provider_id = :providerId for update")
    Optional<Long> lock(long providerId);
}
