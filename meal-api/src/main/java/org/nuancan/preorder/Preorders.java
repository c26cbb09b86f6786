package org.nuancan.preorder;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.nuancan.db.Sql;
import org.nuancan.menu.Menu;
import org.nuancan.order.OrderWriter;
import org.nuancan.order.Tender;

/// What is done with orders on their way to the elder: the door for kitchen, delivery and till.
///
/// Every step names its action: the same action again changes nothing, one that lags behind changes
/// nothing either, and one that runs ahead stands for those it has overtaken. So calls may be
/// repeated, late and out of order. Each method works in the caller's transaction, which takes no
/// other lock on days, elders or orders before it; several orders go in the order of their ids.
@Singleton
public final class Preorders {

    private final PreorderRows rows;
    private final StepRows steps;
    private final Progressing progressing;
    private final Captures captures;
    private final OrderWriter writer;

    Preorders(
            PreorderRows rows,
            StepRows steps,
            Progressing progressing,
            Captures captures,
            OrderWriter writer) {
        this.rows = rows;
        this.steps = steps;
        this.progressing = progressing;
        this.captures = captures;
        this.writer = writer;
    }

    /// Call it before the transaction of [#deliver], [#collect] and [#fail].
    public void prepare() {
        writer.prepare();
    }

    /// An order as it stands.
    public Optional<Preorder> find(Connection connection, long orderId) throws SQLException {
        return rows.find(connection, orderId);
    }

    /// Orders as they stand, in the order of their ids; what does not exist is left out.
    public List<Preorder> all(Connection connection, Collection<Long> orderIds)
            throws SQLException {
        return rows.all(connection, orderIds);
    }

    /// All orders of a meal of a site, cancelled and failed ones too, in the order of their ids.
    public List<Preorder> ofMeal(Connection connection, Menu.Meal meal) throws SQLException {
        return rows.some(
                connection,
                "where site_id = ? and service_date = ? and slot = ? order by order_id",
                meal.siteId(),
                meal.date(),
                meal.slot());
    }

    /// What an elder has ordered from a site for a day and may still fetch, in the order of ids; a
    /// failure too, since until its day is closed a hand-over wins.
    public List<Preorder> ofElder(
            Connection connection, long elderId, long siteId, LocalDate serviceDate)
            throws SQLException {
        return rows.some(
                connection,
                """
                where elder_id = ? and service_date = ? and site_id = ?
                  and state in ('PLACED', 'ACCEPTED', 'PREPARED', 'FAILED')
                  and fulfilment <> 'DELIVERY'
                order by order_id
                """,
                elderId,
                serviceDate,
                siteId);
    }

    /// The history of an order, oldest first.
    public List<Step> history(Connection connection, long orderId) throws SQLException {
        return steps.of(connection, orderId);
    }

    /// Proofs that came too late, of orders that a provider delivers or cooks, the latest first.
    ///
    /// @param providerId the delivery provider's, or the kitchen's if it delivers itself
    public List<Preorder> provenTooLate(Connection connection, long providerId, int limit)
            throws SQLException {
        var ids =
                Sql.on(
                                connection,
                                """
                                select s.order_id, max(s.recorded_at) as told_at
                                  from preorder_step s
                                  join preorder o on o.order_id = s.order_id
                                 where s.outcome = 'REFUSED' and s.kind = 'DELIVER'
                                   and coalesce(o.delivery_provider_id, o.provider_id) = ?
                                 group by s.order_id
                                 order by told_at desc
                                 limit ?
                                """)
                        .with(providerId, limit)
                        .list(row -> row.number("order_id"));
        return rows.all(connection, ids);
    }

    /// The kitchen will cook it.
    ///
    /// @throws org.nuancan.http.ProblemException `ORDER_NOT_DUE` before the day before the meal's
    public StepOutcome accept(Connection connection, long orderId, Action action)
            throws SQLException {
        return progressing.advance(connection, orderId, action, StepKind.ACCEPT);
    }

    /// It is cooked and packed.
    ///
    /// @throws org.nuancan.http.ProblemException `ORDER_NOT_DUE` before the meal's day
    public StepOutcome prepared(Connection connection, long orderId, Action action)
            throws SQLException {
        return progressing.advance(connection, orderId, action, StepKind.PREPARE);
    }

    /// It has left the kitchen.
    ///
    /// @throws org.nuancan.http.ProblemException `ORDER_NOT_DUE` before the meal's day
    public StepOutcome out(Connection connection, long orderId, Action action) throws SQLException {
        return progressing.advance(connection, orderId, action, StepKind.OUT);
    }

    /// It is given up before it was cooked: limits and portions go back.
    public StepOutcome cancel(Connection connection, long orderId, Action action)
            throws SQLException {
        return progressing.giveUp(connection, orderId, action, StepKind.CANCEL, Optional.empty());
    }

    /// It was not handed over: limits and portions go back, nothing is taken from the elder. Until
    /// the day is closed a proof of the contrary wins.
    ///
    /// @throws org.nuancan.http.ProblemException `ORDER_NOT_DUE` before the meal's day, but for
    ///   what the kitchen cannot cook
    public StepOutcome fail(
            Connection connection, long orderId, Action action, FailureReason reason)
            throws SQLException {
        return progressing.giveUp(connection, orderId, action, StepKind.FAIL, Optional.of(reason));
    }

    /// The carrier, or an officer of the street, says that a failure is as the kitchen reported it:
    /// only then others may bear it. A failure for another reason, or none, stays as it is.
    ///
    /// @param by the user's name
    public void confirm(Connection connection, long orderId, FailureReason reason, String by)
            throws SQLException {
        progressing.confirm(connection, orderId, reason, by);
    }

    /// It was handed over at the door; whoever delivers took the tenders. Captures the order.
    ///
    /// @throws org.nuancan.http.ProblemException `ORDER_NOT_DUE`, `TENDERS_DO_NOT_ADD_UP` with
    ///   `elderPaysFen`, `REFERENCE_USED`: the transaction must then be given up
    public StepOutcome deliver(
            Connection connection, long orderId, Action action, List<Tender> tenders)
            throws SQLException {
        return captures.capture(connection, orderId, action, StepKind.DELIVER, tenders);
    }

    /// It was handed over at the counter; the kitchen's provider took the tenders. Captures the
    /// order.
    ///
    /// @throws org.nuancan.http.ProblemException `ORDER_NOT_DUE`, `TENDERS_DO_NOT_ADD_UP` with
    ///   `elderPaysFen`, `REFERENCE_USED`: the transaction must then be given up
    public StepOutcome collect(
            Connection connection, long orderId, Action action, List<Tender> tenders)
            throws SQLException {
        return captures.capture(connection, orderId, action, StepKind.COLLECT, tenders);
    }
}
