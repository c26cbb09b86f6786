package org.nuancan.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.nuancan.audit.Sealing;
import org.nuancan.close.Books;
import org.nuancan.close.statement.Statement;
import org.nuancan.close.verification.Provable;
import org.nuancan.review.step.Outcome;

/// The result of `verify` for a day that was closed, held and approved, also after a forgery.
class ProvableTest {

    private final Office office = Office.open();
    private Statement statement;

    @BeforeEach
    void a_reviewed_day() {
        var order = office.books().lunch(Office.PROVIDER);
        statement = office.closed();
        assertThat(office.hold(statement, order)).isInstanceOf(Outcome.Done.class);
        office.approved(statement.id());
        assertThat(office.books().bean(Sealing.class).seal()).isPositive();
    }

    @AfterEach
    void close() {
        office.close();
    }

    private List<String> faults() {
        return office.books().beans(Provable.class).stream()
                .flatMap(provable -> provable.show(Books.DAY, Books.DAY).faults().stream())
                .toList();
    }

    @Test
    void unchanged_records_have_no_faults() {
        assertThat(faults()).isEmpty();
        assertThat(office.books().beans(Provable.class))
                .allSatisfy(provable ->
                        assertThat(provable.show(Books.DAY, Books.DAY).compared()).isPositive());
    }

    @Test
    void a_sum_that_was_changed_beside_the_hash_is_named() throws SQLException {
        office.books().run("update statement set carried_fen = 0, orders = orders + 1");

        assertThat(faults())
                .singleElement()
                .asString()
                .startsWith(
                        "statement %d of provider 1 on %s: kept "
                                .formatted(statement.id(), Books.DAY));
    }

    @Test
    void a_posting_that_was_changed_is_named_by_its_statement() throws SQLException {
        office.books().run("drop trigger posting_is_never_updated");
        office.books()
                .run(
                        """
                        update posting set fen = fen + 1
                         where account_kind = 'till' and provider_id = 1
                        """);

        assertThat(faults())
                .hasSize(2)
                .anySatisfy(fault ->
                        assertThat(fault)
                                .startsWith("statement %d of provider 1".formatted(statement.id()))
                                .contains(statement.contentHash()))
                .anySatisfy(fault -> assertThat(fault).endsWith(" sums to 1 fen"));
    }

    @Test
    void a_state_without_its_step_is_named() throws SQLException {
        office.books().run("update statement set state = 'PAID'");

        assertThat(faults())
                .containsExactly(
                        ("statement %d is at PAID, version 6; its history ends at APPROVED,"
                                        + " version 6")
                                .formatted(statement.id()));
    }

    @Test
    void a_step_that_was_taken_away_is_named() throws SQLException {
        office.books().run("drop trigger statement_step_is_never_deleted");
        office.books().run("delete from statement_step where act = 'REVIEW'");

        assertThat(faults())
                .containsExactly(
                        "statement %d: step to version 6 does not follow version 4 (CONFIRMED)"
                                .formatted(statement.id()));
    }
}
