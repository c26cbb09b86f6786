package org.nuancan.preorder;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import org.nuancan.db.Batch;
import org.nuancan.db.Sql;
import org.nuancan.ledger.Bearer;
import org.nuancan.money.Fen;
import org.nuancan.order.GapReason;
import org.nuancan.order.Sale;
import org.nuancan.order.SaleOutcome;

/// What the quote of the day of eating changed.
@Singleton
final class CaptureRows {

    /// What an elder was let off beyond what was granted on the day.
    ///
    /// @param bearer `KITCHEN`, `DELIVERER` or a payer
    record Gap(Fen fen, GapReason reason, String bearer) {}

    /// @param elderPays what the elder paid
    record Captured(Fen elderPays, Optional<Gap> gap) {}

    void insert(Connection connection, SaleOutcome.Sold sold) throws SQLException {
        if (!(sold.sale().payment() instanceof Sale.Payment.Ordered ordered)) {
            throw new IllegalStateException("no order: " + sold.sale().orderId());
        }
        var reason = GapReason.of(sold);
        Batch.into(
                        "preorder_capture",
                        "order_id",
                        "elder_pays_fen",
                        "gap_fen",
                        "gap_reason",
                        "gap_bearer",
                        "taker_id")
                .row(
                        sold.sale().orderId(),
                        sold.elderPays().value(),
                        sold.excess().value(),
                        reason.orElse(null),
                        reason.map(why -> name(ordered.terms().borne(why).bearer())).orElse(null),
                        ordered.terms().parties().taker())
                .write(connection);
    }

    private static String name(Bearer bearer) {
        return switch (bearer) {
            case Bearer.Kitchen() -> LossBearers.KITCHEN;
            case Bearer.Deliverer() -> LossBearers.DELIVERER;
            case Bearer.Payer(var payer) -> payer;
        };
    }

    Optional<Captured> find(Connection connection, long orderId) throws SQLException {
        return Sql.on(
                        connection,
                        """
                        select elder_pays_fen, gap_fen, gap_reason, gap_bearer
                          from preorder_capture
                         where order_id = ?
                        """)
                .with(orderId)
                .first(row -> {
                    var reason = row.maybeText("gap_reason").map(GapReason::valueOf);
                    var fen = Fen.of(row.number("gap_fen"));
                    var bearer = row.maybeText("gap_bearer").orElse("");
                    return new Captured(
                            Fen.of(row.number("elder_pays_fen")),
                            reason.map(why -> new Gap(fen, why, bearer)));
                });
    }
}
