package org.nuancan.close;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.nuancan.day.BusinessDay;
import org.nuancan.db.Row;
import org.nuancan.db.Sql;

/// Reads which providers are parked, for those who look into it, and keeps who was told.
@Singleton
public final class ParkedProviders {

    /// A provider whose day could not be computed.
    ///
    /// @param districtCode the provider's district; empty if the provider is not on file
    /// @param tries how many closes have tried the day
    /// @param since when the first of them parked it
    public record ParkedProvider(Parked parked, String districtCode, int tries, Instant since) {}

    /// Which are asked for; an empty field does not filter.
    public record Filter(
            Optional<String> districtCode,
            Optional<Long> providerId,
            Optional<Parked.Cause> cause,
            Optional<LocalDate> from,
            Optional<LocalDate> to) {

        /// All of the city.
        public static final Filter ALL =
                new Filter(
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty());
    }

    private static final String COLUMNS =
            """
            select k.provider_id, k.day, k.cause, k.detail, k.tries, k.parked_at,
                   coalesce((select p.district_code from provider p
                              where p.provider_id = k.provider_id), '') as district_code
              from parked_day k
            """;

    /// Parked providers in order of day and provider, from the one behind a day and provider on.
    public List<ParkedProvider> list(
            Connection connection, Filter filter, LocalDate day, long providerId, int limit)
            throws SQLException {
        var district = filter.districtCode().orElse(null);
        var provider = filter.providerId().orElse(null);
        var cause = filter.cause().orElse(null);
        var from = filter.from().orElse(null);
        var to = filter.to().orElse(null);
        return Sql.on(
                        connection,
                        COLUMNS
                                + """
                                 where (k.day > ? or k.day = ? and k.provider_id > ?)
                                   and (? is null or exists (
                                            select 1 from provider p
                                             where p.provider_id = k.provider_id
                                               and p.district_code = ?))
                                   and (? is null or k.provider_id = ?)
                                   and (? is null or k.cause = ?)
                                   and (? is null or k.day >= ?)
                                   and (? is null or k.day <= ?)
                                 order by k.day, k.provider_id
                                 limit ?
                                """)
                .with(day, day, providerId, district, district, provider, provider)
                .with(cause, cause, from, from, to, to, limit)
                .list(ParkedProviders::read);
    }

    /// How many days of providers are parked.
    public long count(Connection connection) throws SQLException {
        return Sql.on(connection, "select count(*) as parked from parked_day")
                .one(row -> row.number("parked"));
    }

    /// Those that nobody was told of, locked until the transaction ends; days that only wait for an
    /// earlier one are not told.
    public List<ParkedProvider> lockUntold(Connection connection, int limit) throws SQLException {
        return Sql.on(
                        connection,
                        COLUMNS
                                + """
                                 where k.told_at is null and k.cause <> 'WAITS'
                                 order by k.day, k.provider_id
                                 limit ?
                                   for update
                                """)
                .with(limit)
                .list(ParkedProviders::read);
    }

    /// Keeps that it was told.
    public void told(Connection connection, ParkedProvider one, Instant at) throws SQLException {
        Sql.on(
                        connection,
                        """
                        update parked_day set told_at = ?
                         where provider_id = ? and day = ? and told_at is null
                        """)
                .with(at, one.parked().providerId(), one.parked().date().date())
                .run();
    }

    private static ParkedProvider read(Row row) throws SQLException {
        return new ParkedProvider(
                new Parked(
                        row.number("provider_id"),
                        new BusinessDay(row.date("day")),
                        row.name("cause", Parked.Cause.class),
                        row.text("detail")),
                row.text("district_code"),
                row.integer("tries"),
                row.instant("parked_at"));
    }
}
