package org.nuancan.close;

import static org.assertj.core.api.Assertions.assertThat;
import static org.nuancan.close.Books.DAY;

import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.nuancan.db.Ids;
import org.nuancan.ledger.Subject;
import org.nuancan.ledger.posting.Bearer;
import org.nuancan.ledger.posting.Loss;
import org.nuancan.ledger.posting.ProvisionalFailures;
import org.nuancan.money.Fen;

/// Failed meals that the close makes final, one of which cannot be booked.
class FinalFailuresTest {

    private final Books books = Books.fresh();

    @AfterEach
    void shut() {
        books.close();
    }

    private void fail(long order, long kitchen) {
        var failure =
                new ProvisionalFailures.Failure(
                        books.bean(Ids.class).next(),
                        Subject.order(order, kitchen * 10, "110105", "110105"),
                        kitchen,
                        kitchen,
                        DAY,
                        Instant.parse("2026-11-18T05:00:00Z"),
                        "NO_ANSWER",
                        Optional.of(
                                new Loss(
                                        Fen.of(1500), "NO_ANSWER", 1, new Bearer.Payer("110105"))));
        var _ =
                books.in(connection -> {
                    books.bean(ProvisionalFailures.class).add(connection, DAY, failure);
                    return failure;
                });
    }

    private long finals() {
        return books.number(
                "select count(*) as answer from provisional_failure where is_final = 1");
    }

    @Test
    void a_failure_that_cannot_be_booked_delays_no_other_and_is_booked_later() throws SQLException {
        books.lunch(1);
        fail(71, 1);
        fail(72, 2);
        fail(73, 3);
        // An account name that cannot be parsed.
        books.run("update provisional_failure set bearer = 'nowhere:x' where order_id = 72");
        books.noonOf(DAY.next());

        assertThat(books.close(DAY).parked()).isEmpty();
        assertThat(finals()).isEqualTo(2);
        assertThat(books.hashes()).hasSize(2);

        books.run("update provisional_failure set bearer = 'claim:110105' where order_id = 72");
        books.noonOf(DAY.next().next());
        assertThat(books.close(DAY.next()).statements()).isEqualTo(1);
        assertThat(finals()).isEqualTo(3);
        assertThat(books.balances()).containsEntry("payable:2", -1500L);
    }
}
