package org.nuancan.provider.site;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.nuancan.policy.fact.SiteType;
import org.nuancan.provider.stop.ProviderStop;

@JdbcRepository(dialect = Dialect.MYSQL)
interface SiteRepository extends GenericRepository<SiteEntity, Long> {

    /// A site with the name of its provider.
    @Introspected
    record WithProvider(
            long siteId,
            long providerId,
            String providerName,
            String name,
            String division,
            SiteType type,
            int grade,
            LocalDate listedFrom,
            @Nullable LocalDate listedTo,
            String address,
            int latitudeMicro,
            int longitudeMicro,
            int seats,
            int dailyCapacity,
            int version) {

        SiteOnFile site(List<ProviderStop> stops) {
            return new SiteOnFile(
                    siteId,
                    providerId,
                    providerName,
                    new SiteProfile(
                            name,
                            division,
                            type,
                            grade,
                            listedFrom,
                            Optional.ofNullable(listedTo),
                            address,
                            new Place(latitudeMicro, longitudeMicro),
                            seats,
                            dailyCapacity),
                    stops,
                    version);
        }
    }

    String WITH_PROVIDER =
            """
            select s.site_id, s.provider_id, p.name as provider_name, s.name, s.division, s.type,
                   s.grade, s.listed_from, s.listed_to, s.address, s.latitude_micro,
                   s.longitude_micro, s.seats, s.daily_capacity, s.version
              from site s
              join provider p on p.provider_id = s.provider_id
            """;

    @Query(WITH_PROVIDER + " where s.site_id = :siteId")
    Optional<WithProvider> find(long siteId);

    /// The sites in divisions whose code starts with `area`, ordered by id.
    ///
    /// @param providerId the provider; null for all
    @Query(
            WITH_PROVIDER
                    + """
                     where s.site_id > :after
                       and s.division like concat(:area, '%')
                       and (:providerId is null or s.provider_id = :providerId)
                     order by s.site_id
                     limit :most
                    """)
    List<WithProvider> list(String area, @Nullable Long providerId, long after, int most);

    /// A count that grows with every added site, and every change of a site or a provider.
    @Query(
            """
            select (select coalesce(sum(version), 0) from site)
                   + (select coalesce(sum(version), 0) from provider)
            """)
    long sumVersions();

    @Query("select site_id from site where site_id = :siteId for update")
    Optional<Long> lock(long siteId);

    /// Adds a site with its first version, which is 1; `save` would start at 0.
    @Query(
            """
            insert into site
                (site_id, provider_id, district_code, division, name, type, grade, listed_from,
                 listed_to, address, latitude_micro, longitude_micro, seats, daily_capacity,
                 version)
            values (:siteId, :providerId, :districtCode, :division, :name, :type, :grade,
                    :listedFrom, :listedTo, :address, :latitudeMicro, :longitudeMicro, :seats,
                    :dailyCapacity, 1)
            """)
    void add(
            long siteId,
            long providerId,
            String districtCode,
            String division,
            String name,
            SiteType type,
            int grade,
            LocalDate listedFrom,
            @Nullable LocalDate listedTo,
            String address,
            int latitudeMicro,
            int longitudeMicro,
            int seats,
            int dailyCapacity);

    /// @throws io.micronaut.data.exceptions.OptimisticLockException if the site has another version
    ///   than the record
    SiteEntity update(SiteEntity site);
}
