package org.nuancan.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.List;
import java.util.OptionalInt;
import org.nuancan.close.Books;
import org.nuancan.close.statement.Statement;
import org.nuancan.close.statement.Statements;
import org.nuancan.day.BusinessDay;
import org.nuancan.review.step.Outcome;
import org.nuancan.review.step.Reviewer;

/// One closed day of provider 1, whose site 10 is in a street of Chaoyang, and its reviewers.
public final class Office implements AutoCloseable {

    public static final long PROVIDER = 1;
    public static final String STREET = "110105012";
    public static final String DISTRICT = "110105";

    public static final Reviewer MANAGER =
            new Reviewer("manager", new Reviewer.Reach.OfProvider(PROVIDER));
    public static final Reviewer STREET_OFFICER =
            new Reviewer("street", new Reviewer.Reach.Street(STREET));
    public static final Reviewer OFFICER =
            new Reviewer("officer", new Reviewer.Reach.District(DISTRICT));
    public static final Reviewer FINANCE =
            new Reviewer("finance", new Reviewer.Reach.Finance(DISTRICT));

    private final Books books;

    private Office(Books books) {
        this.books = books;
    }

    public static Office open() {
        var office = new Office(Books.fresh());
        office.site(PROVIDER, STREET);
        return office;
    }

    /// Creates the provider's site; in [Books] provider n has the site n × 10.
    public void site(long provider, String street) {
        try {
            books.run(
                    """
                    insert into provider (provider_id, name, kind, district_code, account_name,
                                          account_number, bank_code)
                    values (%d, 'P', 'CANTEEN', '%s', 'P', 'x', 'x')
                    """
                            .formatted(provider, street.substring(0, 6)));
            books.run(
                    """
                    insert into site (site_id, provider_id, district_code, division, name, type,
                                      grade, listed_from, address, latitude_micro,
                                      longitude_micro, seats, daily_capacity, version)
                    values (%d, %d, '%s', '%s', 'S', 'STATION', 1, '2022-01-01', 'A', 39990000,
                            116470000, 40, 300, 1)
                    """
                            .formatted(provider * 10, provider, street.substring(0, 6), street));
        } catch (SQLException exception) {
            throw new AssertionError(exception);
        }
    }

    public Books books() {
        return books;
    }

    /// Closes a day with a lunch of provider 1; the statement is checked.
    public Statement closedLunch() {
        books.lunch(PROVIDER);
        return closed();
    }

    public Statement closed() {
        books.noonOf(Books.DAY.next());
        var _ = books.close(Books.DAY);
        return statement(Books.DAY);
    }

    public Statement statement(BusinessDay day) {
        var id =
                books.number(
                        """
                        select statement_id as answer from statement
                         where provider_id = ? and statement_date = ?
                        """,
                        PROVIDER,
                        day.date());
        return statement(id);
    }

    public Statement statement(long statementId) {
        return books.bean(Statements.class).find(statementId).orElseThrow();
    }

    long line(long orderId) {
        return books.number(
                "select journal_id as answer from journal where order_id = ? and kind = 'MEAL'",
                orderId);
    }

    public Review review() {
        return books.bean(Review.class);
    }

    public Outcome confirm(long id, Reviewer who) {
        return books.in(_ -> review().confirm(seen(id), who));
    }

    public Outcome review(long id, Reviewer who) {
        return books.in(_ -> review().review(seen(id), who));
    }

    public Outcome approve(long id, Reviewer who) {
        return books.in(_ -> review().approve(seen(id), who));
    }

    public Outcome giveBack(long id, Reviewer who) {
        return books.in(_ -> review().giveBack(seen(id), who, "look again"));
    }

    public void approved(long id) {
        assertThat(confirm(id, MANAGER)).isInstanceOf(Outcome.Done.class);
        assertThat(review(id, STREET_OFFICER)).isInstanceOf(Outcome.Done.class);
        assertThat(approve(id, OFFICER)).isInstanceOf(Outcome.Done.class);
    }

    public PaymentMoves.Moved pay(long id, Reviewer who) {
        return books.in(
                _ -> books.bean(PaymentMoves.class).intoPayment(List.of(id), who, "batch 1"));
    }

    public PaymentMoves.Moved paid(long id, Reviewer who) {
        return books.in(_ -> books.bean(PaymentMoves.class).paid(List.of(id), who, "bank"));
    }

    public PaymentMoves.Moved paid(long id) {
        return paid(id, FINANCE);
    }

    public PaymentMoves.Moved failed(long id, Reviewer who) {
        return books.in(_ -> books.bean(PaymentMoves.class).failed(List.of(id), who, "bank"));
    }

    public PaymentMoves.Moved failed(long id) {
        return failed(id, FINANCE);
    }

    public Outcome hold(Statement statement, long orderId) {
        return hold(statement, orderId, OFFICER);
    }

    public Outcome hold(Statement statement, long orderId, Reviewer who) {
        var holds = books.bean(Holds.class);
        holds.prepare();
        return books.in(_ -> holds.hold(holds.lockDay(), line(statement, orderId), who, "asked"));
    }

    public Outcome release(Statement statement, long orderId) {
        return release(statement, orderId, OFFICER);
    }

    public Outcome release(Statement statement, long orderId, Reviewer who) {
        var holds = books.bean(Holds.class);
        holds.prepare();
        return books.in(
                _ -> holds.release(holds.lockDay(), line(statement, orderId), who, "answered"));
    }

    public Outcome recover(Statement statement, long orderId) {
        var holds = books.bean(Holds.class);
        holds.prepare();
        return books.in(_ ->
                holds.recover(holds.lockDay(), line(statement, orderId), OFFICER, "not eaten"));
    }

    private Holds.Line line(Statement statement, long orderId) {
        return new Holds.Line(seen(statement.id()), line(orderId));
    }

    public static Review.Seen seen(long id) {
        return Review.Seen.any(id);
    }

    public static Review.Seen seen(long id, int version) {
        return new Review.Seen(id, OptionalInt.of(version));
    }

    @Override
    public void close() {
        books.close();
    }
}
