package org.nuancan.close;

import static org.assertj.core.api.Assertions.assertThat;
import static org.nuancan.close.Books.DAY;

import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.nuancan.close.parked.Parked;
import org.nuancan.close.parked.ParkedDays;
import org.nuancan.close.verification.Provable;
import org.nuancan.day.BusinessDay;
import org.nuancan.db.Sql;
import org.nuancan.ledger.day.ClosingDays;
import org.nuancan.ledger.day.DayState;

/// Days with missing statements: how they are detected and how they are created.
class MissingStatementsTest {

    private static final BusinessDay SECOND = DAY.next();
    private static final BusinessDay THIRD = SECOND.next();
    private final Books books = Books.fresh();

    @AfterEach
    void closeBooks() {
        books.close();
    }

    private List<String> faults() {
        return books.beans(Provable.class).stream()
                .flatMap(provable -> provable.show(DAY, THIRD).faults().stream())
                .toList();
    }

    private boolean isKept(BusinessDay day) {
        return books.in(connection -> books.bean(DayFooting.class).keep(connection, day));
    }

    private DayState startClosing(BusinessDay day) {
        return books.in(_ -> books.bean(ClosingDays.class).startClosing(day, Instant.EPOCH));
    }

    @Test
    void a_day_with_a_statement_missing_is_not_marked_as_closed() {
        books.lunch(1);
        books.lunch(2);
        assertThat(startClosing(DAY)).isEqualTo(DayState.OPEN);
        books.bean(ProviderDay.class).close(1, DAY);

        assertThat(isKept(DAY)).isFalse();
        assertThat(daysInClosing()).isEqualTo(1);
        assertThat(faults())
                .containsExactly(
                        "provider 2 has journals on 2026-11-18 and no statement; the close of the"
                                + " day has not ended");

        books.bean(ProviderDay.class).close(2, DAY);
        assertThat(isKept(DAY)).isTrue();
        assertThat(daysInClosing()).isZero();
        assertThat(faults()).isEmpty();
    }

    private long daysInClosing() {
        return books.number(
                "select count(*) as answer from business_day where state = 'CLOSING' and day = ?",
                DAY.date());
    }

    @Test
    void the_retry_of_a_parked_provider_closes_no_day_whose_close_has_not_ended() {
        books.lunch(1);
        books.lunch(2);
        books.lunch(3);
        assertThat(startClosing(DAY)).isEqualTo(DayState.OPEN);
        var parked = new Parked(1, DAY, Parked.Cause.REFUSED, "parked by an earlier close");
        var _ =
                books.in(_ -> {
                    books.bean(ParkedDays.class).park(parked, Instant.EPOCH);
                    return parked;
                });
        books.noonOf(SECOND);

        var closed = books.close(DAY);

        assertThat(closed.parked()).isEmpty();
        assertThat(closed.statements()).isEqualTo(3);
        assertThat(faults()).isEmpty();
    }

    @Test
    void a_statement_that_was_left_out_is_made_and_follows_the_end_of_the_chain()
            throws SQLException {
        twoClosedDaysWithoutTheFirstStatementOf(2);
        var before = books.hashes();
        assertThat(before).hasSize(5);
        assertThat(faults())
                .containsExactly(
                        "provider 2 has journals on 2026-11-18 and no statement; close the day"
                                + " again to make it");

        var closed = books.close(SECOND);

        assertThat(closed.parked()).isEmpty();
        assertThat(faults()).isEmpty();
        assertThat(books.hashes()).hasSize(6).containsAll(before);
        assertThat(hash("previous_hash", DAY)).isEqualTo(hash("content_hash", SECOND));
        assertThat(books.close(DAY).statements()).isEqualTo(3);
        assertThat(books.balances().values().stream().mapToLong(fen -> fen).sum()).isZero();
        assertThat(books.balances()).containsEntry("earned:2", 0L);
    }

    @Test
    void the_next_statement_follows_the_one_that_was_made_late() throws SQLException {
        twoClosedDaysWithoutTheFirstStatementOf(2);
        var _ = books.close(SECOND);
        books.lunch(2);
        books.noonOf(THIRD.next());

        var _ = books.close(THIRD);

        assertThat(hash("previous_hash", THIRD)).isEqualTo(hash("content_hash", DAY));
        assertThat(faults()).isEmpty();
    }

    @Test
    void a_statement_that_follows_nothing_of_the_provider_is_named() throws SQLException {
        twoClosedDaysWithoutTheFirstStatementOf(2);
        var _ = books.close(SECOND);
        books.allowDeletion();
        var first = firstStatementOf1();
        books.run("delete from statement_step");
        for (var table : List.of("statement_fund", "statement_site", "statement")) {
            books.run("delete from %s where statement_id = %d".formatted(table, first));
        }

        assertThat(faults())
                .anyMatch(text -> text.startsWith("provider 1 has journals on 2026-11-18"))
                .anyMatch(text -> text.contains("which no statement of the provider has"));
    }

    private long firstStatementOf1() {
        return books.number(
                """
                select statement_id as answer from statement
                 where provider_id = 1 and statement_date = '2026-11-18'
                """);
    }

    /// The statement is deleted here, since no close leaves this gap; its place in the chain is
    /// free.
    @Test
    void a_statement_that_was_lost_comes_back_with_its_bytes() throws SQLException {
        books.lunches(2, 1);
        books.noonOf(SECOND);
        books.lunches(2, 1);
        books.noonOf(THIRD);
        var _ = books.close(SECOND);
        var before = books.hashes();
        books.allowDeletion();
        books.run("delete from statement_step");
        books.run("delete from statement_fund where statement_id in (" + FIRST_OF_2 + ")");
        books.run("delete from statement_site where statement_id in (" + FIRST_OF_2 + ")");
        books.run(
                """
                delete p from posting p join journal j on j.journal_id = p.journal_id
                  join statement s on s.statement_id = j.cause_id
                 where j.kind = 'CLOSE' and s.provider_id = 2 and s.statement_date = '2026-11-18'
                """);
        books.run(
                """
                delete j from journal j join statement s on s.statement_id = j.cause_id
                 where j.kind = 'CLOSE' and s.provider_id = 2 and s.statement_date = '2026-11-18'
                """);
        books.run("delete from statement where provider_id = 2 and statement_date = '2026-11-18'");

        var _ = books.close(SECOND);

        assertThat(books.hashes()).isEqualTo(before);
    }

    private static final String FIRST_OF_2 =
            "select statement_id from statement where provider_id = 2"
                    + " and statement_date = '2026-11-18'";

    /// Makes the state that an older version of the close left.
    private void twoClosedDaysWithoutTheFirstStatementOf(long provider) throws SQLException {
        books.lunches(3, 1);
        books.noonOf(SECOND);
        books.lunches(3, 2);
        books.noonOf(THIRD);
        books.run(
                "alter table statement add constraint trouble check (provider_id <> %d)"
                        .formatted(provider));
        var _ = books.close(SECOND);
        books.run("alter table statement drop constraint trouble");
        books.run("delete from parked_day");
        books.bean(ProviderDay.class).close(provider, SECOND);
    }

    private String hash(String column, BusinessDay day) {
        return books.in(connection ->
                Sql.on(
                                connection,
                                "select %s as hash from statement where provider_id = 2 and statement_date = ?"
                                        .formatted(column))
                        .with(day.date())
                        .one(row -> row.text("hash")));
    }
}
