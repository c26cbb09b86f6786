package org.nuancan.provider;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.nuancan.day.RealTime;
import org.nuancan.db.Ids;
import org.nuancan.db.Row;
import org.nuancan.db.Sql;
import org.nuancan.db.Transactions;
import org.nuancan.policy.SiteType;

/// The sites on file.
@Singleton
public final class Sites {

    private static final int REMEMBERED_AT_MOST = 10_000;

    private final Transactions transactions;
    private final Ids ids;
    private final Changes changes;
    private final Clock clock;
    private final Watch watch;
    private final Cache<Long, Remembered> remembered =
            Caffeine.newBuilder().maximumSize(REMEMBERED_AT_MOST).build();

    /// @param versions what [#versions] said before the site was read
    private record Remembered(SiteOnFile site, long versions) {}

    Sites(
            Transactions transactions,
            Ids ids,
            Changes changes,
            Clock clock,
            @RealTime InstantSource realTime) {
        this.transactions = transactions;
        this.ids = ids;
        this.changes = changes;
        this.clock = clock;
        this.watch = new Watch(realTime);
    }

    /// One site, as it was at most a second ago.
    public Optional<SiteOnFile> find(long siteId) {
        var versions = watch.count(() -> transactions.reading(Sites::versions));
        var known = remembered.getIfPresent(siteId);
        if (known != null && known.versions == versions) {
            return Optional.of(known.site);
        }
        var site = transactions.reading(connection -> find(connection, siteId));
        site.ifPresent(found -> remembered.put(siteId, new Remembered(found, versions)));
        return site;
    }

    /// Grows with every site that is added and every change of one.
    private static long versions(Connection connection) throws SQLException {
        return Sql.on(connection, "select coalesce(sum(version), 0) as versions from site")
                .one(row -> row.number("versions"));
    }

    /// One site as it is now, within a transaction that is open.
    public Optional<SiteOnFile> find(Connection connection, long siteId) throws SQLException {
        return Sql.on(
                        connection,
                        """
                        select s.site_id, s.provider_id, p.name as provider_name, s.name, s.division,
                               s.type, s.grade, s.listed_from, s.listed_to, s.address,
                               s.latitude_micro, s.longitude_micro, s.seats, s.daily_capacity,
                               s.version
                          from site s
                          join provider p on p.provider_id = s.provider_id
                         where s.site_id = ?
                        """)
                .with(siteId)
                .first(Sites::read);
    }

    /// The sites in divisions whose code starts with `area`, of one provider or of all, in the
    /// order of their ids, from the one behind `after` on.
    ///
    /// @param area empty for everywhere
    /// @param providerId empty for all
    public List<SiteOnFile> list(String area, Optional<Long> providerId, long after, int limit) {
        return transactions.reading(connection ->
                Sql.on(
                                connection,
                                """
                                select s.site_id, s.provider_id, p.name as provider_name, s.name,
                                       s.division, s.type, s.grade, s.listed_from, s.listed_to,
                                       s.address, s.latitude_micro, s.longitude_micro, s.seats,
                                       s.daily_capacity, s.version
                                  from site s
                                  join provider p on p.provider_id = s.provider_id
                                 where s.site_id > ?
                                   and s.division like concat(?, '%')
                                   and (? is null or s.provider_id = ?)
                                 order by s.site_id
                                 limit ?
                                """)
                        .with(after, area, providerId.orElse(null), providerId.orElse(null), limit)
                        .list(Sites::read));
    }

    /// Locks a site until the transaction ends, so that what is set for it is set one after
    /// another.
    ///
    /// @throws IllegalStateException if there is no such site
    public void lock(long siteId) {
        var _ =
                transactions.inOne(connection ->
                        Sql.on(connection, "select site_id from site where site_id = ? for update")
                                .with(siteId)
                                .one(row -> row.number("site_id")));
    }

    /// Takes a site on file.
    ///
    /// @param provider whose it is
    /// @param by who says so
    /// @throws IllegalArgumentException if it does not lie in its provider's district
    public SiteOnFile add(ProviderOnFile provider, SiteProfile profile, String by) {
        mustLieIn(provider.districtCode(), profile);
        var site = new SiteOnFile(ids.next(), provider.providerId(), provider.name(), profile, 1);
        return transactions.inOne(connection -> {
            Sql.on(
                            connection,
                            """
                            insert into site
                                (site_id, provider_id, district_code, division, name, type, grade,
                                 listed_from, listed_to, address, latitude_micro, longitude_micro,
                                 seats, daily_capacity, version)
                            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                            """)
                    .with(site.siteId(), site.providerId(), site.districtCode())
                    .with(profile.division(), profile.name(), profile.type(), profile.grade())
                    .with(profile.listedFrom(), profile.listedTo().orElse(null))
                    .with(profile.address())
                    .with(profile.place().latitudeMicro(), profile.place().longitudeMicro())
                    .with(profile.seats(), profile.dailyCapacity(), site.version())
                    .run();
            changes.keep(connection, site, by, clock.instant());
            return site;
        });
    }

    /// Makes a site what `changed` says, unless somebody else changed it since it was read.
    ///
    /// @param changed the site as it was read, with another profile
    /// @return the site with its next version; empty if it is no longer the version that was read
    /// @throws IllegalArgumentException if it leaves its provider's district
    public Optional<SiteOnFile> change(SiteOnFile site, SiteProfile changed, String by) {
        mustLieIn(site.districtCode(), changed);
        var next =
                new SiteOnFile(
                        site.siteId(),
                        site.providerId(),
                        site.providerName(),
                        changed,
                        Math.addExact(site.version(), 1));
        var done =
                transactions.inOne(connection -> {
                    var touched =
                            Sql.on(
                                            connection,
                                            """
                                            update site
                                               set division = ?, name = ?, type = ?, grade = ?,
                                                   listed_from = ?, listed_to = ?, address = ?,
                                                   latitude_micro = ?, longitude_micro = ?,
                                                   seats = ?, daily_capacity = ?, version = ?
                                             where site_id = ? and version = ?
                                            """)
                                    .with(changed.division(), changed.name(), changed.type())
                                    .with(changed.grade(), changed.listedFrom())
                                    .with(changed.listedTo().orElse(null), changed.address())
                                    .with(changed.place().latitudeMicro())
                                    .with(changed.place().longitudeMicro())
                                    .with(changed.seats(), changed.dailyCapacity(), next.version())
                                    .with(site.siteId(), site.version())
                                    .run();
                    if (touched == 1) {
                        changes.keep(connection, next, by, clock.instant());
                    }
                    return touched == 1;
                });
        remembered.invalidate(site.siteId());
        return done ? Optional.of(next) : Optional.empty();
    }

    private static void mustLieIn(String districtCode, SiteProfile profile) {
        if (!profile.division().startsWith(districtCode)) {
            throw new IllegalArgumentException(
                    "a site in %s is not in its provider's district %s"
                            .formatted(profile.division(), districtCode));
        }
    }

    private static SiteOnFile read(Row row) throws SQLException {
        return new SiteOnFile(
                row.number("site_id"),
                row.number("provider_id"),
                row.text("provider_name"),
                new SiteProfile(
                        row.text("name"),
                        row.text("division"),
                        row.name("type", SiteType.class),
                        row.integer("grade"),
                        row.date("listed_from"),
                        row.maybeDate("listed_to"),
                        row.text("address"),
                        new Place(row.integer("latitude_micro"), row.integer("longitude_micro")),
                        row.integer("seats"),
                        row.integer("daily_capacity")),
                row.integer("version"));
    }
}
