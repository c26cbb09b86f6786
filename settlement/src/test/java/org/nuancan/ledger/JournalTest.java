package org.nuancan.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nuancan.day.BusinessDay;
import org.nuancan.ledger.posting.Reason;
import org.nuancan.money.Fen;

class JournalTest {

    private static final BusinessDay DAY = new BusinessDay(LocalDate.of(2026, 11, 18));

    @Test
    void postings_that_do_not_sum_to_zero_are_refused_with_the_sum() {
        assertThatThrownBy(() -> journal(JournalKind.MEAL, till(1300), earned(-1299)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("sums to 1 fen");
    }

    @Test
    void a_sum_beyond_a_long_is_an_error_and_never_a_wrong_zero() {
        assertThatThrownBy(() ->
                        journal(
                                JournalKind.MEAL,
                                till(Long.MAX_VALUE),
                                till(Long.MAX_VALUE),
                                till(2)))
                .isInstanceOf(ArithmeticException.class);
    }

    @Test
    void a_posting_of_0_fen_is_refused() {
        assertThatThrownBy(() -> till(0)).hasMessageContaining("0 fen on till:7");
    }

    @Test
    void a_journal_that_is_on_no_statement_names_no_provider() {
        assertThatThrownBy(() -> journal(JournalKind.CLOSE, till(-5), earned(5)))
                .hasMessageContaining("enters no statement");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "earned:123",
                "till:1",
                "collected:ALLOWANCE",
                "discount:9",
                "claim:110105012",
                "claim:CHARITY:Red Cross: 朝阳",
                "adjust:4",
                "payable:5",
                "held:6",
                "transit:110105",
                "bank:110105"
            })
    void an_account_is_read_back_from_its_name(String name) {
        assertThat(Account.of(name).name()).isEqualTo(name);
    }

    @ParameterizedTest
    @ValueSource(strings = {"earned", "earned:", "earned:x", "collected:GOLD", "wallet:1"})
    void an_unknown_account_is_refused(String name) {
        assertThatThrownBy(() -> Account.of(name)).isInstanceOf(IllegalArgumentException.class);
    }

    private static Posting till(long fen) {
        return Posting.of(7, new Account.Till(7), Fen.of(fen), "CASH");
    }

    private static Posting earned(long fen) {
        return Posting.of(7, new Account.Earned(7), Fen.of(fen), Reason.MEAL);
    }

    private static Journal journal(JournalKind kind, Posting... postings) {
        return new Journal(
                1,
                kind,
                Cause.order(2),
                Subject.order(2, 3, "110105", "110105"),
                new Dates(DAY, DAY, Instant.EPOCH),
                List.of(),
                List.of(postings));
    }
}
