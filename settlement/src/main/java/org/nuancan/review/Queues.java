package org.nuancan.review;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.nuancan.close.StatementState;
import org.nuancan.db.Row;
import org.nuancan.db.Sql;
import org.nuancan.money.Fen;

/// What waits for each level, and how long already.
@Singleton
public final class Queues {

    /// Whose queue is asked for; what is empty asks nothing.
    ///
    /// @param streetCode statements that this street has still to review
    public record Filter(
            Level level,
            Optional<String> districtCode,
            Optional<String> streetCode,
            Optional<Long> providerId) {}

    /// A statement that waits.
    ///
    /// @param disputed whether a dispute keeps it waiting
    public record Waiting(
            long statementId,
            long providerId,
            String districtCode,
            LocalDate date,
            StatementState state,
            int version,
            Fen payable,
            Fen held,
            Instant since,
            boolean disputed,
            ServiceLevels.Wait waited) {}

    /// What a level has.
    ///
    /// @param oldest since when the first of them waits
    public record Ageing(Level level, long waiting, long overdue, Optional<Instant> oldest) {}

    private static final String COLUMNS =
            """
            select s.statement_id, s.provider_id, s.district_code, s.statement_date, s.state,
                   s.version, s.payable_fen, s.held_fen,
                   coalesce(s.state_since, s.closed_at) as since,
                   exists (select 1 from statement_dispute d
                            where d.statement_id = s.statement_id and d.open = 1) as disputed
              from statement s
             where s.state in (??)
               and s.statement_id > ?
               and (? is null or s.district_code = ?)
               and (? is null or s.provider_id = ?)
               and (? is null or (
                     exists (select 1 from statement_site x
                               join site l on l.site_id = x.site_id
                              where x.statement_id = s.statement_id and l.division = ?)
                     and not exists (select 1 from street_review r
                                      where r.statement_id = s.statement_id
                                        and r.street_code = ?)))
             order by s.statement_id
             limit ?
            """;

    private final ServiceLevels levels;
    private final Clock clock;

    Queues(ServiceLevels levels, Clock clock) {
        this.levels = levels;
        this.clock = clock;
    }

    /// The statements that wait for a level, those closed first come first.
    public List<Waiting> waiting(Connection connection, Filter filter, long after, int limit)
            throws SQLException {
        var states = new ArrayList<StatementState>();
        states.add(ServiceLevels.awaiting(filter.level()));
        if (filter.level() == Level.FINANCE) {
            states.add(StatementState.PAYMENT_FAILED);
        }
        var district = filter.districtCode().orElse(null);
        var provider = filter.providerId().orElse(null);
        var street = filter.streetCode().orElse(null);
        var now = clock.instant();
        return Sql.on(connection, COLUMNS)
                .withAll(states)
                .with(after, district, district, provider, provider, street, street, street, limit)
                .list(row -> read(row, filter.level(), now));
    }

    private Waiting read(Row row, Level level, Instant now) throws SQLException {
        var since = row.instant("since");
        return new Waiting(
                row.number("statement_id"),
                row.number("provider_id"),
                row.text("district_code"),
                row.date("statement_date"),
                row.name("state", StatementState.class),
                row.integer("version"),
                Fen.of(row.number("payable_fen")),
                Fen.of(row.number("held_fen")),
                since,
                row.flag("disputed"),
                levels.wait(level, since, now));
    }

    private record Since(Level level, Instant instant, long statements) {}

    /// What each level has, over a district or the city.
    public List<Ageing> ageing(Connection connection, Optional<String> districtCode)
            throws SQLException {
        var ageing = new ArrayList<Ageing>();
        var now = clock.instant();
        for (var level : List.of(Level.PROVIDER, Level.STREET, Level.DISTRICT, Level.FINANCE)) {
            var groups = since(connection, level, districtCode.orElse(null));
            ageing.add(
                    new Ageing(
                            level,
                            groups.stream().mapToLong(Since::statements).sum(),
                            groups.stream()
                                    .filter(one -> levels.wait(level, one.instant(), now).overdue())
                                    .mapToLong(Since::statements)
                                    .sum(),
                            groups.stream().map(Since::instant).findFirst()));
        }
        return ageing;
    }

    private static List<Since> since(Connection connection, Level level, @Nullable String district)
            throws SQLException {
        return Sql.on(
                        connection,
                        """
                        select coalesce(state_since, closed_at) as since, count(*) as statements
                          from statement
                         where (state = ? or (? = 'APPROVED' and state = 'PAYMENT_FAILED'))
                           and (? is null or district_code = ?)
                         group by coalesce(state_since, closed_at)
                         order by since
                        """)
                .with(ServiceLevels.awaiting(level), ServiceLevels.awaiting(level))
                .with(district, district)
                .list(row -> new Since(level, row.instant("since"), row.number("statements")));
    }
}
