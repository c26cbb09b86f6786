package org.nuancan.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import java.sql.SQLTransientConnectionException;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.nuancan.db.DatabaseFailure;
import org.nuancan.db.Sql;
import org.nuancan.ledger.TenderType;
import org.nuancan.payment.BatchOutcome.Waiting;
import org.nuancan.payment.BatchOutcome.Why;
import org.nuancan.payment.Town.Lunch;

/// A provider that cannot be paid does not block payments to others of its district.
class UnpayableProviderTest {

    private static final String DISTRICT = "110105";

    /// Paid in digital yuan, which the platform receives: a district owes the provider all of it.
    private static final long BILL = 1800;

    private static final Town TOWN = new Town();

    @AfterAll
    static void end() {
        TOWN.close();
    }

    @Test
    void one_whose_statements_are_too_large_to_be_added_up_or_paid_waits_and_the_others_are_paid() {
        var month = new Month(TOWN, DISTRICT, LocalDate.of(2026, 11, 2));
        for (var day = 0; day < 2; day++) {
            month.providers.forEach(provider -> sell(month, provider));
            month.close();
        }
        month.hall.approveAll(DISTRICT);
        var overflows = month.providers.get(0);
        var tooLarge = month.providers.get(1);
        var ordinary = month.providers.get(2);
        add(overflows, Long.MAX_VALUE / 2);
        add(tooLarge, Batches.MOST.value() / 2);

        var made = (BatchOutcome.Made) month.hall.pay(DISTRICT, month.today());

        assertThat(made.batch().payments())
                .extracting(Batch.Payment::providerId, payment -> payment.fen().value())
                .containsExactly(tuple(ordinary, 2 * BILL));
        assertThat(made.waiting())
                .extracting(Waiting::providerId, Waiting::why)
                .containsExactlyInAnyOrder(
                        tuple(overflows, Why.SUM_TOO_LARGE), tuple(tooLarge, Why.SUM_TOO_LARGE));
        assertThat(month.hall.statements(DISTRICT))
                .filteredOn(statement -> statement.provider() != ordinary)
                .extracting(TownHall.Standing::state)
                .containsOnly("APPROVED");
    }

    private static void sell(Month month, long provider) {
        var _ =
                TOWN.sell(
                        new Lunch(
                                provider,
                                DISTRICT,
                                month.elders.getFirst(),
                                BILL,
                                600,
                                0,
                                0,
                                TenderType.ECNY,
                                month.today()));
    }

    /// Increases every statement of a provider, as a defect might.
    private static void add(long provider, long fen) {
        var changed =
                TOWN.in(connection ->
                        Sql.on(
                                        connection,
                                        """
                                        update statement
                                           set adjustment_fen = adjustment_fen + ?,
                                               payable_fen = payable_fen + ?
                                         where provider_id = ?
                                        """)
                                .with(fen, fen, provider)
                                .run());
        assertThat(changed).isEqualTo(2);
    }

    @Test
    void an_account_that_cannot_be_read_is_the_providers_own_trouble_and_a_lost_database_is_not() {
        var unreadable = failing(new IllegalStateException("a seal that is broken"));
        var lost =
                failing(
                        DatabaseFailure.from(new SQLTransientConnectionException("lost"))
                                .orElseThrow());

        Destination found = TOWN.in(_ -> Destination.of(unreadable, 7, 8));

        assertThat(found).isEqualTo(new Destination.Missing(Why.ACCOUNT_UNREADABLE));
        assertThatThrownBy(() -> TOWN.in(_ -> Destination.of(lost, 7, 8)))
                .isInstanceOf(DatabaseFailure.class);
    }

    private static Payees failing(RuntimeException failure) {
        return new Payees() {
            @Override
            public Optional<Payee> of(long providerId, long paymentId) {
                throw failure;
            }

            @Override
            public boolean isSuspended(long providerId) {
                return false;
            }

            @Override
            public String open(long paymentId, String sealedNumber) {
                throw failure;
            }
        };
    }
}
