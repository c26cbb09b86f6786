package org.nuancan.preorder;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.nuancan.db.Sql;
import org.nuancan.menu.Menu;

/// When orders came into a meal and when they left it: what a kitchen asks that printed a sheet an
/// hour ago.
@Singleton
public final class MealTurns {

    /// One turn.
    ///
    /// @param isIn whether it is cooked from then on
    /// @param at when it was told
    public record Turn(long orderId, boolean isIn, Instant at) {}

    MealTurns() {}

    /// All turns of a meal, in the order in which they were told.
    public List<Turn> of(Connection connection, Menu.Meal meal) throws SQLException {
        return Sql.on(
                        connection,
                        """
                        select s.order_id, s.kind, s.recorded_at, o.cooked
                          from preorder o
                          join preorder_step s on s.order_id = o.order_id
                         where o.site_id = ? and o.service_date = ? and o.slot = ?
                           and s.outcome = 'DONE'
                         order by s.recorded_at, s.order_id, s.number
                        """)
                .with(meal.siteId(), meal.date(), meal.slot())
                .list(row ->
                        new Turn(
                                row.number("order_id"),
                                isIn(row.name("kind", StepKind.class), row.flag("cooked")),
                                row.instant("recorded_at")));
    }

    private static boolean isIn(StepKind kind, boolean cooked) {
        return switch (kind) {
            case PLACE, ACCEPT, PREPARE, OUT, DELIVER, COLLECT -> true;
            case CANCEL -> false;
            case FAIL -> cooked;
        };
    }
}
