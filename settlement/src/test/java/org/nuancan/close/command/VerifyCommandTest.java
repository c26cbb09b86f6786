package org.nuancan.close.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nuancan.audit.AuditLog;
import org.nuancan.audit.Sealing;
import org.nuancan.close.Books;

/// `settlement verify` over correct books, and over books that a user with the right to drop the
/// triggers has changed.
class VerifyCommandTest {

    private static final Books BOOKS = Books.fresh();

    private record Said(int exitCode, String out, String err) {}

    @BeforeAll
    static void a_closed_day() throws SQLException {
        BOOKS.lunches(3, 2);
        BOOKS.noonOf(Books.DAY.next());
        var _ = BOOKS.close(Books.DAY);
        var _ =
                BOOKS.in(connection -> {
                    BOOKS.bean(AuditLog.class)
                            .write(
                                    List.of(
                                            new AuditLog.Entry(
                                                    AuditLog.Area.ELDER,
                                                    "desk",
                                                    "CREATED",
                                                    "elder 1",
                                                    "")));
                    return connection;
                });
        var _ = BOOKS.bean(Sealing.class).seal();
        for (var trigger : List.of("posting_is_never_updated", "audit_entry_is_never_updated")) {
            BOOKS.run("drop trigger " + trigger);
        }
    }

    @AfterAll
    static void end() {
        BOOKS.close();
    }

    private static Said verify(String from, String to) {
        var out = new StringWriter();
        var err = new StringWriter();
        var command = CloseCommand.command(Map.copyOf(BOOKS.database().properties()));
        command.setOut(new PrintWriter(out)).setErr(new PrintWriter(err));
        var exitCode = command.execute("verify", "--from", from, "--to", to);
        return new Said(exitCode, out.toString(), err.toString());
    }

    private static Said verify() {
        return verify(Books.DAY.toString(), Books.DAY.toString());
    }

    @Test
    void correct_books_end_with_0_and_the_number_of_compared_records() {
        var said = verify();

        assertThat(said.err()).isEmpty();
        assertThat(said.exitCode()).isZero();
        assertThat(said.out())
                .contains("\"statements\":3,\"differentStatements\":0")
                .contains("\"journals\":9,\"differentJournals\":0")
                .contains("\"days\":1,\"differentDays\":0")
                .contains("\"histories\":3,\"differentHistories\":0")
                .contains("\"differentLinks\":0")
                .doesNotContain("\"links\":0");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    a line of a meal | statement \\d+ of provider \\d+ on 2026-11-18: kept [0-9a-f]{64}, computed [0-9a-f]{64} | update posting set fen = fen + 1 where account_kind = 'claim' and account_owner = '11' limit 1 | update posting set fen = fen - 1 where account_kind = 'claim' and account_owner = '11' limit 1
                    a line of a close | journal \\d+ \\(CLOSE\\) of 2026-11-18 sums to 1 fen | update posting set fen = fen + 1 where account_kind = 'payable' limit 1 | update posting set fen = fen - 1 where account_kind = 'payable' limit 1
                    a statement | statement \\d+ of provider \\d+ on 2026-11-18: kept Content | update statement set orders = orders + 1 limit 1 | update statement set orders = orders - 1 limit 1
                    what a day came to | day 2026-11-18: kept 7 orders, 3 statements, [0-9a-f]{64}, its statements come to 6 orders | update business_day set orders = orders + 1 | update business_day set orders = orders - 1
                    a statement that is missing | provider 2 has journals on 2026-11-18 and no statement; close the day again to make it | update statement set provider_id = 99 where provider_id = 2 | update statement set provider_id = 2 where provider_id = 99
                    a step's state | statement \\d+ is at PAID, version \\d+; its history ends at CHECKED | update statement set state = 'PAID' limit 1 | update statement set state = 'CHECKED' limit 1
                    an audit record | audit chain ELDER: entry \\d+ does not fit its link 1 | update audit_entry set acted_by = 'nobody' where area = 'ELDER' | update audit_entry set acted_by = 'desk' where area = 'ELDER'
                    """)
    void a_tampered_book_ends_with_1_and_names_the_record(
            String what, String named, String tamper, String undo) throws SQLException {
        BOOKS.run(tamper);
        var said = verify();
        BOOKS.run(undo);

        assertThat(said.exitCode()).as(what).isEqualTo(1);
        assertThat(said.err()).as(what).containsPattern(named);
        assertThat(verify().exitCode()).isZero();
    }

    @Test
    void days_that_are_none_end_with_2() {
        assertThat(verify("2026-02-30", "2026-11-18").exitCode()).isEqualTo(2);
    }
}
