package org.nuancan.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.nuancan.close.Books;
import org.nuancan.close.statement.Statement;
import org.nuancan.close.statement.StatementState;
import org.nuancan.db.Ids;
import org.nuancan.ledger.Cause;
import org.nuancan.ledger.JournalKind;
import org.nuancan.ledger.Ledger;
import org.nuancan.ledger.posting.RefundPostings;
import org.nuancan.ledger.posting.RefundPostings.Amounts;
import org.nuancan.money.Fen;
import org.nuancan.review.step.Outcome;
import org.nuancan.review.step.Reviewer;

/// A lunch of 18.00: 13.00 in cash, 5.00 granted half by the city and half by the district, 3.00
/// flow subsidy by the city. The payers bear 8.00 of it, which is the amount that a hold withholds.
class HoldsTest {

    private static final long CLAIMS = 250 + 250 + 300;

    private final Office office = Office.open();
    private final long order = office.books().lunch(Office.PROVIDER);
    private final Statement statement = office.closed();

    @AfterEach
    void close() {
        office.close();
    }

    private Map<String, Long> balances() {
        var balances = office.books().balances();
        assertThat(balances.values().stream().mapToLong(Long::longValue).sum()).isZero();
        return balances;
    }

    private long held() {
        return office.statement(statement.id()).held().value();
    }

    @Test
    void a_hold_withholds_the_claims_and_leaves_the_statement_as_it_is() {
        assertThat(office.hold(statement, order)).isInstanceOf(Outcome.Done.class);

        assertThat(balances())
                .containsEntry("payable:1", -800 + CLAIMS)
                .containsEntry("held:1", -CLAIMS);
        var after = office.statement(statement.id());
        assertThat(after.held()).isEqualTo(Fen.of(CLAIMS));
        assertThat(after.content()).isEqualTo(statement.content());
        assertThat(after.contentHash()).isEqualTo(statement.contentHash());
        assertThat(office.hold(statement, order)).isEqualTo(new Outcome.HeldAlready());
        assertThat(after.version()).isEqualTo(statement.version() + 1);
    }

    @Test
    void a_line_found_genuine_before_payment_is_owed_again() {
        assertThat(office.hold(statement, order)).isInstanceOf(Outcome.Done.class);

        assertThat(office.release(statement, order)).isInstanceOf(Outcome.Done.class);

        assertThat(balances()).containsEntry("payable:1", -800L).containsEntry("held:1", 0L);
        assertThat(held()).isZero();
        assertThat(office.release(statement, order)).isEqualTo(new Outcome.NotHeld());
    }

    @Test
    void a_line_found_genuine_after_payment_is_paid_by_the_next_statement() {
        assertThat(office.hold(statement, order)).isInstanceOf(Outcome.Done.class);
        office.approved(statement.id());
        assertThat(office.pay(statement.id(), Office.FINANCE))
                .isInstanceOf(PaymentMoves.Moved.All.class);

        assertThat(office.release(statement, order)).isInstanceOf(Outcome.Done.class);

        assertThat(balances()).containsEntry("held:1", 0L).containsEntry("adjust:1", -CLAIMS);
        assertThat(held()).isEqualTo(CLAIMS);
        var next = nextStatement();
        assertThat(next.content().sums().adjustment()).isEqualTo(Fen.of(CLAIMS));
        assertThat(next.content().sums().payable()).isEqualTo(Fen.of(CLAIMS));
    }

    private Statement nextStatement() {
        office.books().noonOf(Books.DAY.next().next());
        var _ = office.books().close(Books.DAY.next());
        return office.statement(Books.DAY.next());
    }

    @Test
    void after_a_recovery_from_hold_payers_owe_nothing_and_the_payment_leaves_the_line_out() {
        assertThat(office.hold(statement, order)).isInstanceOf(Outcome.Done.class);

        var outcome = office.recover(statement, order);

        assertThat(outcome)
                .isInstanceOfSatisfying(
                        Outcome.Recovered.class,
                        recovered -> {
                            assertThat(recovered.orderId()).isEqualTo(order);
                            assertThat(recovered.grants().values())
                                    .containsExactlyInAnyOrder(Fen.of(500), Fen.of(300));
                        });
        assertThat(balances())
                .containsEntry("held:1", 0L)
                .containsEntry("claim:11", 0L)
                .containsEntry("claim:110105", 0L)
                .containsEntry("payable:1", 0L);
        assertThat(held()).isEqualTo(CLAIMS);
        var next = nextStatement();
        assertThat(next.content().sums().payable()).isEqualTo(Fen.ZERO);
        assertThat(next.content().funds())
                .extracting(fund -> fund.payer() + " " + fund.fen().value())
                .containsExactly("11 -550", "110105 -250");
        assertThat(office.recover(statement, order)).isEqualTo(new Outcome.NothingGranted());
    }

    @Test
    void a_line_recovered_after_payment_is_taken_back_by_the_next_statement() {
        office.approved(statement.id());
        assertThat(office.pay(statement.id(), Office.FINANCE))
                .isInstanceOf(PaymentMoves.Moved.All.class);
        assertThat(office.hold(statement, order))
                .isEqualTo(new Outcome.WrongState(StatementState.IN_PAYMENT));

        assertThat(office.recover(statement, order)).isInstanceOf(Outcome.Recovered.class);

        assertThat(balances())
                .containsEntry("adjust:1", CLAIMS)
                .containsEntry("claim:11", 0L)
                .containsEntry("claim:110105", 0L);
        assertThat(held()).isZero();
        assertThat(nextStatement().content().sums().payable()).isEqualTo(Fen.of(-CLAIMS));
    }

    @Test
    void a_sale_without_grants_cannot_be_held() {
        office.books().noonOf(Books.DAY.next());
        var cash = office.books().cash(Office.PROVIDER, 1200);
        var next = nextStatement();

        assertThat(office.hold(next, cash)).isEqualTo(new Outcome.NothingGranted());
        assertThat(office.hold(statement, cash)).isEqualTo(new Outcome.NotHere());
    }

    @Test
    void a_street_decides_about_its_own_sites_lines_only() {
        var stranger = new Reviewer("other", new Reviewer.Reach.Street("110105013"));

        assertThat(office.hold(statement, order, stranger)).isEqualTo(new Outcome.NotHere());
        assertThat(office.hold(statement, order, Office.MANAGER)).isEqualTo(new Outcome.NotHere());
        assertThat(office.hold(statement, order, Office.STREET_OFFICER))
                .isInstanceOf(Outcome.Done.class);
    }

    /// 9.00 of 18.00 is refunded: half of each part, 1.25 and 1.25.
    @Test
    void a_refund_of_a_held_line_frees_the_refunded_amount() {
        assertThat(office.hold(statement, order)).isInstanceOf(Outcome.Done.class);

        refund(0, 900);
        assertThat(balances()).containsEntry("held:1", -(CLAIMS - 250));
        assertThat(held()).isEqualTo(CLAIMS - 250);

        refund(900, 900);
        assertThat(balances())
                .containsEntry("held:1", 0L)
                .containsEntry("claim:11", 0L)
                .containsEntry("claim:110105", 0L);
        assertThat(held()).isZero();
        assertThat(office.release(statement, order)).isEqualTo(new Outcome.NotHeld());
        // The refund took 8.00 of today's earnings, the old statement pays its 8.00: nothing is
        // owed.
        var next = nextStatement();
        assertThat(next.content().sums().payable()).isEqualTo(Fen.of(-800));
        assertThat(balances()).containsEntry("payable:1", 0L);
    }

    @Test
    void a_recovered_part_is_undone_before_it_is_refunded() {
        assertThat(office.hold(statement, order)).isInstanceOf(Outcome.Done.class);
        assertThat(office.recover(statement, order)).isInstanceOf(Outcome.Recovered.class);

        var half = refund(0, 900);
        assertThat(half.wasRecovered()).isTrue();
        assertThat(half.undone().values()).containsExactly(Fen.of(250));
        var rest = refund(900, 900);
        assertThat(rest.undone().values()).containsExactlyInAnyOrder(Fen.of(250), Fen.of(300));

        assertThat(balances())
                .containsEntry("claim:11", 0L)
                .containsEntry("claim:110105", 0L)
                .containsEntry("held:1", 0L)
                .containsEntry("adjust:1", -CLAIMS);
        // The same as a whole refund without a recovery: 8.00 less for today's refund, 8.00 more
        // for the recovery undone, against the 8.00 that the old statement does not pay.
        assertThat(nextStatement().content().sums().payable()).isEqualTo(Fen.ZERO);
        assertThat(balances()).containsEntry("payable:1", 0L);
        assertThat(held()).isEqualTo(CLAIMS);
    }

    /// Refunds like the till: first the lines' part of a refund, then the refund.
    private RefundedLines.Effect refund(long before, long fen) {
        var books = office.books();
        var journals = books.in(c -> books.bean(Ledger.class).ofOrder(c, order));
        var meal = journals.getFirst();
        var refunds =
                journals.stream()
                        .filter(journal -> journal.kind() == JournalKind.REFUND)
                        .flatMap(journal -> journal.postings().stream())
                        .toList();
        var back = RefundPostings.of(meal.postings(), refunds, bill(1800), bill(before), bill(fen));
        var refundId = books.bean(Ids.class).next();
        var effect =
                books.in(_ ->
                        books.bean(RefundedLines.class)
                                .book(
                                        new RefundedLines.Refund(
                                                refundId,
                                                meal,
                                                journals,
                                                back.postings(),
                                                books.bean(Holds.class).lockDay())));
        books.post(
                JournalKind.REFUND,
                Cause.refund(refundId),
                order,
                Office.PROVIDER,
                back.postings());
        return effect;
    }

    private static Amounts bill(long fen) {
        return new Amounts(Fen.of(fen), Fen.ZERO);
    }
}
