package org.nuancan.welfare;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.nuancan.access.Caller;
import org.nuancan.access.Scope;
import org.nuancan.db.Row;
import org.nuancan.db.Sql;
import org.nuancan.http.ProblemCode;
import org.nuancan.http.ProblemException;
import org.nuancan.seal.Seal;
import org.nuancan.seal.SealedColumn;
import org.nuancan.seal.SealedColumns;
import org.nuancan.seal.Secrets;

/// Alerts on file.
@Singleton
final class AlertRows implements SealedColumns {

    /// An alert as it stands.
    record Alert(
            long alertId,
            long elderId,
            String division,
            AlertKind kind,
            Optional<Long> orderId,
            List<LocalDate> missed,
            AlertState state,
            int times,
            Instant raisedAt,
            Instant lastAt,
            Optional<Instant> takenAt,
            Optional<String> takenBy,
            Optional<Instant> closedAt,
            Optional<String> closedBy,
            Optional<Found> found,
            Optional<String> note) {

        /// When it came to an end, or now.
        Instant until(Instant now) {
            return closedAt.orElse(now);
        }
    }

    private static final SealedColumn NOTE =
            SealedColumn.of("welfare-note", "welfare_alert", "sealed_note", "alert_id");

    private static final String COLUMNS =
            """
            select alert_id, elder_id, division, kind, order_id, missed, state, times, raised_at,
                   last_at, taken_at, taken_by, closed_at, closed_by, found, sealed_note
              from welfare_alert
            """;

    private final Secrets secrets;

    AlertRows(Secrets secrets) {
        this.secrets = secrets;
    }

    /// What the divisions of the caller's area begin with.
    static String area(Caller caller) {
        return switch (caller.scope()) {
            case Scope.City() -> "";
            case Scope.District(var code) -> code;
            case Scope.Street(var code) -> code;
            case Scope.OfProvider _, Scope.OfSite _ ->
                    throw ProblemException.of(ProblemCode.FORBIDDEN);
        };
    }

    List<Alert> of(
            Connection connection,
            Caller caller,
            @Nullable AlertState state,
            long before,
            int limit)
            throws SQLException {
        return Sql.on(
                        connection,
                        COLUMNS
                                + """
                                where division like concat(?, '%') and alert_id < ?
                                  and (? is null or state = ?)
                                order by alert_id desc
                                limit ?
                                """)
                .with(area(caller), before, state, state, limit)
                .list(this::read);
    }

    /// Those that wait.
    List<Alert> waiting(Connection connection, Caller caller) throws SQLException {
        return Sql.on(
                        connection,
                        COLUMNS
                                + """
                                where division like concat(?, '%') and is_open = 1
                                order by division, alert_id
                                """)
                .with(area(caller))
                .list(this::read);
    }

    Optional<Alert> lock(Connection connection, long alertId) throws SQLException {
        return Sql.on(connection, COLUMNS + "where alert_id = ? for update")
                .with(alertId)
                .first(this::read);
    }

    void take(Connection connection, long alertId, String by, Instant at) throws SQLException {
        Sql.on(
                        connection,
                        """
                        update welfare_alert
                           set state = 'TAKEN', taken_at = ?, taken_by = ?
                         where alert_id = ?
                        """)
                .with(at, by, alertId)
                .run();
    }

    void close(
            Connection connection,
            long alertId,
            AlertController.Closing closing,
            String by,
            Instant at)
            throws SQLException {
        var note = closing.note();
        Sql.on(
                        connection,
                        """
                        update welfare_alert
                           set state = 'CLOSED', is_open = null, closed_at = ?, closed_by = ?,
                               found = ?, sealed_note = ?
                         where alert_id = ?
                        """)
                .with(at, by, closing.found())
                .with(note == null ? null : secrets.seal(NOTE, note, alertId))
                .with(alertId)
                .run();
    }

    @Override
    public List<SealedColumn> sealedColumns() {
        return List.of(NOTE);
    }

    @Override
    public Seal seal() {
        return secrets.seal();
    }

    private Alert read(Row row) throws SQLException {
        var alertId = row.number("alert_id");
        var missed = row.text("missed");
        return new Alert(
                alertId,
                row.number("elder_id"),
                row.text("division"),
                row.name("kind", AlertKind.class),
                row.maybeNumber("order_id"),
                missed.isEmpty()
                        ? List.of()
                        : Arrays.stream(missed.split(",", -1)).map(LocalDate::parse).toList(),
                row.name("state", AlertState.class),
                row.integer("times"),
                row.instant("raised_at"),
                row.instant("last_at"),
                row.maybeInstant("taken_at"),
                row.maybeText("taken_by"),
                row.maybeInstant("closed_at"),
                row.maybeText("closed_by"),
                row.maybeText("found").map(Found::valueOf),
                row.maybeText("sealed_note").map(sealed -> secrets.open(NOTE, sealed, alertId)));
    }
}
