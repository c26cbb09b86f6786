package org.nuancan.ledger.posting;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.nuancan.day.BusinessDay;
import org.nuancan.db.Batch;
import org.nuancan.db.DatabaseFailure;
import org.nuancan.db.Row;
import org.nuancan.db.Sql;
import org.nuancan.ledger.Account;
import org.nuancan.ledger.Cause;
import org.nuancan.ledger.Dates;
import org.nuancan.ledger.Journal;
import org.nuancan.ledger.JournalKind;
import org.nuancan.ledger.Ledger;
import org.nuancan.ledger.Subject;
import org.nuancan.money.Fen;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Stores orders that failed on a day that is not closed yet. Until the close, a proof that the
/// meal was handed over removes the failure; the close makes the other failures final and books
/// their losses.
///
/// The row of a failure decides between the two: the delivery was in time if it deletes the row,
/// and too late if the row is final or deleted. So the close reads no orders, and a late delivery
/// does not need the state of the day.
@Singleton
public final class ProvisionalFailures {

    private static final Logger LOG = LoggerFactory.getLogger(ProvisionalFailures.class);
    private static final int AT_ONCE = 200;

    /// Number of days for which a failure that cannot be booked is tried again.
    private static final int TRIED_DAYS = 31;

    private final Ledger ledger;

    ProvisionalFailures(Ledger ledger) {
        this.ledger = ledger;
    }

    /// An order that failed.
    ///
    /// @param journalId the id of its future `FAILED_MEAL` journal: fixed now, so that a repeated
    ///   close writes the same bytes
    /// @param subject the order
    /// @param kitchen the provider that cooked
    /// @param deliverer the provider that was to deliver; the kitchen's provider, if there is none
    /// @param serviceDay the day of the meal
    /// @param happenedAt when it failed
    /// @param reason code of the reason
    /// @param loss the cooked meal and the party that bears it; empty books nothing
    public record Failure(
            long journalId,
            Subject subject,
            long kitchen,
            long deliverer,
            BusinessDay serviceDay,
            Instant happenedAt,
            String reason,
            Optional<Loss> loss) {

        private Journal journal(BusinessDay day) {
            return new Journal(
                    journalId,
                    JournalKind.FAILED_MEAL,
                    Cause.order(subject.orderId().orElseThrow()),
                    subject,
                    new Dates(serviceDay, day, happenedAt),
                    List.of(),
                    loss.map(lost -> DoorPostings.failed(parties(), lost)).orElse(List.of()));
        }

        private Parties parties() {
            return new Parties(kitchen, deliverer, kitchen);
        }

        /// The name of the account that bears the loss; empty if nothing is booked.
        private String bearer() {
            return loss.map(lost -> lost.posting(parties()).account().name()).orElse("");
        }
    }

    /// Stores a failure for the close of a day.
    ///
    /// @param day the booking day, locked by the caller's [BookingDays#lockOpen]
    public void add(Connection connection, BusinessDay day, Failure failure) throws SQLException {
        var subject = failure.subject();
        Batch.into(
                        "provisional_failure",
                        "order_id",
                        "day",
                        "is_final",
                        "journal_id",
                        "site_id",
                        "provider_id",
                        "district_code",
                        "paying_district",
                        "service_date",
                        "happened_at",
                        "fen",
                        "bearer",
                        "reason",
                        "version")
                .row(
                        subject.orderId().orElseThrow(),
                        day.date(),
                        0,
                        failure.journalId(),
                        subject.siteId().orElseThrow(),
                        failure.kitchen(),
                        subject.homeDistrict(),
                        subject.payingDistrict(),
                        failure.serviceDay().date(),
                        failure.happenedAt(),
                        failure.loss().map(Loss::fen).orElse(Fen.ZERO).value(),
                        failure.bearer(),
                        failure.reason(),
                        failure.loss().map(Loss::version).orElse(0))
                .write(connection);
    }

    /// Sets the party that bears a meal, when a late report shows that it was cooked. Does nothing
    /// if the failure is final or has a bearer already.
    public void bear(Connection connection, long orderId, Parties parties, Loss loss)
            throws SQLException {
        Sql.on(
                        connection,
                        """
                        update provisional_failure set fen = ?, bearer = ?, version = ?
                        where order_id = ? and is_final = 0 and fen = 0
                        """)
                .with(loss.fen().value(), loss.posting(parties).account().name(), loss.version())
                .with(orderId)
                .run();
    }

    /// Removes a failure, unless it is final.
    ///
    /// @return whether it was still provisional
    public boolean takeBack(Connection connection, long orderId) throws SQLException {
        return Sql.on(
                                connection,
                                """
                                delete from provisional_failure
                                where order_id = ? and is_final = 0
                                """)
                        .with(orderId)
                        .run()
                == 1;
    }

    /// Makes the failures of a day final and books them on it: in the transaction that marks the
    /// day as closing, under its exclusive lock. A failure that cannot be booked stays provisional
    /// and is tried again at the next close of a day; the others are booked.
    ///
    /// @throws SQLException if the failure is temporary or affects all orders
    public void becomeFinal(Connection connection, BusinessDay day) throws SQLException {
        var orders =
                Sql.on(
                                connection,
                                """
                                select order_id from provisional_failure
                                 where day between ? and ? and is_final = 0
                                 order by order_id
                                   for update
                                """)
                        .with(day.date().minusDays(TRIED_DAYS), day.date())
                        .list(row -> row.number("order_id"));
        for (var from = 0; from < orders.size(); from += AT_ONCE) {
            var some = orders.subList(from, Math.min(orders.size(), from + AT_ONCE));
            if (!isBooked(connection, day, some)) {
                for (var order : some) {
                    var _ = isBooked(connection, day, List.of(order));
                }
            }
        }
    }

    /// Books all the given failures, or none.
    private boolean isBooked(Connection connection, BusinessDay day, List<Long> orders)
            throws SQLException {
        var before = connection.setSavepoint();
        try {
            book(connection, day, orders);
            connection.releaseSavepoint(before);
            return true;
        } catch (SQLException | RuntimeException failure) {
            if (DatabaseFailure.from(failure).filter(DatabaseFailure::isPassing).isPresent()) {
                throw failure;
            }
            connection.rollback(before);
            LOG.error("failed orders {} were not booked on {}", orders, day, failure);
            return false;
        }
    }

    private void book(Connection connection, BusinessDay day, List<Long> orders)
            throws SQLException {
        var failures =
                Sql.on(
                                connection,
                                """
                                select order_id, journal_id, site_id, provider_id, district_code,
                                       paying_district, service_date, happened_at, fen, bearer,
                                       reason, version
                                  from provisional_failure
                                 where order_id in (??)
                                 order by order_id
                                """)
                        .withAll(orders)
                        .list(ProvisionalFailures::failure);
        ledger.post(
                connection,
                failures.stream()
                        .filter(failure -> failure.loss().isPresent())
                        .map(failure -> failure.journal(day))
                        .toList());
        Sql.on(connection, "update provisional_failure set is_final = 1 where order_id in (??)")
                .withAll(orders)
                .run();
    }

    private static Failure failure(Row row) throws SQLException {
        var kitchen = row.number("provider_id");
        var deliverer = kitchen;
        Optional<Loss> loss = Optional.empty();
        var reason = row.text("reason");
        if (!row.text("bearer").isEmpty()) {
            var bearer = bearer(Account.of(row.text("bearer")), kitchen);
            loss =
                    Optional.of(
                            new Loss(
                                    Fen.of(row.number("fen")),
                                    reason,
                                    row.integer("version"),
                                    bearer));
            if (Account.of(row.text("bearer")) instanceof Account.Discount(var provider)) {
                deliverer = provider;
            }
        }
        return new Failure(
                row.number("journal_id"),
                Subject.order(
                        row.number("order_id"),
                        row.number("site_id"),
                        row.text("district_code"),
                        row.text("paying_district")),
                kitchen,
                deliverer,
                new BusinessDay(row.date("service_date")),
                row.instant("happened_at"),
                reason,
                loss);
    }

    private static Bearer bearer(Account account, long kitchen) {
        return switch (account) {
            case Account.Claim(var payer) -> new Bearer.Payer(payer);
            case Account.Discount(var provider) when provider == kitchen -> new Bearer.Kitchen();
            case Account.Discount _ -> new Bearer.Deliverer();
            case Account.Earned _,
                    Account.Till _,
                    Account.Collected _,
                    Account.Adjust _,
                    Account.Payable _,
                    Account.Held _,
                    Account.Transit _,
                    Account.Bank _ ->
                    throw new IllegalStateException(account.name() + " bears no failed meal");
        };
    }
}
