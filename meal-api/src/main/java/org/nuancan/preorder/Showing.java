package org.nuancan.preorder;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.nuancan.access.Caller;
import org.nuancan.access.Role;
import org.nuancan.elder.ElderAtTable;
import org.nuancan.elder.Elders;
import org.nuancan.http.Id;
import org.nuancan.money.Fen;
import org.nuancan.order.OrderOnFile;
import org.nuancan.order.Orders;
import org.nuancan.policy.Quote;

/// Shows an order as its desk sees it.
@Singleton
final class Showing {

    private final Elders elders;
    private final Orders orders;
    private final StepRows steps;
    private final CaptureRows captures;

    Showing(Elders elders, Orders orders, StepRows steps, CaptureRows captures) {
        this.elders = elders;
        this.orders = orders;
        this.steps = steps;
        this.captures = captures;
    }

    /// To who ordered it: with the PIN that the elder is told.
    PreorderAnswer of(Connection connection, Preorder order) throws SQLException {
        return of(connection, order, List.of());
    }

    /// As [#of], with what the one who orders should know.
    PreorderAnswer of(Connection connection, Preorder order, List<String> alerts)
            throws SQLException {
        return of(connection, order, alerts, true);
    }

    /// To who reads it: a PIN that an auditor knows would prove less.
    PreorderAnswer to(Connection connection, Caller caller, Preorder order) throws SQLException {
        return of(connection, order, List.of(), !caller.is(Role.AUDITOR));
    }

    private PreorderAnswer of(
            Connection connection, Preorder order, List<String> alerts, boolean withPin)
            throws SQLException {
        return PreorderAnswer.of(
                order,
                withPin,
                elder(connection, order.eater().elderId(), order.when().serviceDate()),
                steps.of(connection, order.orderId()),
                alerts,
                capture(connection, order));
    }

    private PreorderAnswer.Eater elder(Connection connection, long elderId, LocalDate date)
            throws SQLException {
        ElderAtTable elder =
                Optional.ofNullable(elders.forMeal(connection, List.of(elderId), date).get(elderId))
                        .orElseThrow(() -> new IllegalStateException("no elder " + elderId));
        return new PreorderAnswer.Eater(
                new Id(elderId), elder.maskedName(), elder.diet(), elder.allergens());
    }

    private PreorderAnswer.@Nullable Capture capture(Connection connection, Preorder order)
            throws SQLException {
        if (!order.state().isCaptured()) {
            return null;
        }
        var captured = captures.find(connection, order.orderId()).orElseThrow();
        var booked = orders.find(connection, order.where().siteId(), order.orderId()).orElseThrow();
        var gap = captured.gap();
        return new PreorderAnswer.Capture(
                quote(booked, gap.map(CaptureRows.Gap::fen).orElse(Fen.ZERO), gap),
                captured.elderPays(),
                gap.map(one -> new PreorderAnswer.Gap(one.fen(), one.reason().name(), one.bearer()))
                        .orElse(null),
                booked.when().bookingDate().date());
    }

    /// What the day's quote said, without the gap: in the books a payer's part of it stands like a
    /// grant, under the reason's code.
    private static Quote quote(OrderOnFile booked, Fen gapFen, Optional<CaptureRows.Gap> gap) {
        var sums = booked.sums();
        return new Quote(
                sums.gross(),
                sums.bill(),
                sums.elderPays().plus(gapFen),
                booked.grants().stream()
                        .filter(grant ->
                                gap.filter(one -> grant.code().equals(one.reason().name()))
                                        .isEmpty())
                        .toList(),
                booked.refusals());
    }
}
