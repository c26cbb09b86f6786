package org.nuancan.preorder;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.nuancan.db.Sql;
import org.nuancan.ledger.Bearer;
import org.nuancan.order.GapReason;
import org.nuancan.order.Sale.Borne;

/// Who bears what an elder does not pay: dated data.
@Singleton
final class LossBearers {

    static final String KITCHEN = "KITCHEN";
    static final String DELIVERER = "DELIVERER";
    static final String NOBODY = "NOBODY";

    private static final int CITY_DIGITS = 2;
    private static final int DISTRICT_DIGITS = 6;

    private record Found(int version, String bearer) {}

    /// Who bears gaps of a service date.
    ///
    /// @param division where the site lies, 9 digits
    Map<GapReason, Borne> ofGaps(Connection connection, LocalDate date, String division)
            throws SQLException {
        var bearers = new EnumMap<GapReason, Borne>(GapReason.class);
        for (var reason : GapReason.values()) {
            var borne = of(connection, reason.name(), date, division);
            borne.ifPresent(one -> bearers.put(reason, one));
        }
        return bearers;
    }

    /// Who bears a meal that was cooked and failed; empty for nobody.
    Optional<Borne> of(Connection connection, FailureReason reason, LocalDate date, String division)
            throws SQLException {
        return of(connection, reason.name(), date, division);
    }

    private static Optional<Borne> of(
            Connection connection, String reason, LocalDate date, String division)
            throws SQLException {
        return Sql.on(
                        connection,
                        """
                        select version, bearer from loss_bearer
                        where reason = ? and effective_from <= ?
                          and (effective_to is null or effective_to >= ?)
                        order by version desc
                        limit 1
                        """)
                .with(reason, date, date)
                .first(row -> new Found(row.integer("version"), row.text("bearer")))
                .filter(found -> !found.bearer().equals(NOBODY))
                .map(found -> new Borne(found.version(), bearer(found.bearer(), division)));
    }

    static Bearer bearer(String text, String division) {
        return switch (text) {
            case KITCHEN -> new Bearer.Kitchen();
            case DELIVERER -> new Bearer.Deliverer();
            case "STREET" -> new Bearer.Payer(division);
            case "DISTRICT" -> new Bearer.Payer(division.substring(0, DISTRICT_DIGITS));
            case "CITY" -> new Bearer.Payer(division.substring(0, CITY_DIGITS));
            default -> new Bearer.Payer(text);
        };
    }
}
