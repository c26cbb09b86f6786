package org.nuancan.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.nuancan.close.Books;

class ChainTest {

    private final Books books = Books.fresh();

    @AfterEach
    void close() {
        books.close();
    }

    private void entry(AuditLog.Area area, String subject) {
        var _ =
                books.in(connection -> {
                    books.bean(AuditLog.class)
                            .write(
                                    List.of(
                                            new AuditLog.Entry(
                                                    area, "officer", "CHANGED", subject, "x")));
                    return subject;
                });
    }

    private void five() {
        for (var i = 1; i <= 5; i++) {
            entry(AuditLog.Area.ELDER, "elder " + i);
        }
        entry(AuditLog.Area.CARD, "card 1");
        assertThat(books.bean(Sealing.class).seal()).isEqualTo(6);
    }

    private List<String> faults() {
        return books.bean(ChainVerification.class).walk().faults();
    }

    /// Changes rows as a person with the database's own password could.
    private void tamper(String table, String event, String sql) throws SQLException {
        books.run("drop trigger %s_is_never_%s".formatted(table, event));
        books.run(sql);
    }

    private long entryOf(int sequence) {
        return books.number(
                "select entry_id as answer from audit_link where area = 'ELDER' and sequence = ?",
                sequence);
    }

    @Test
    void unchanged_chains_are_proved_area_by_area() {
        five();

        var walked = books.bean(ChainVerification.class).walk();

        assertThat(walked.faults()).isEmpty();
        assertThat(walked.links()).isEqualTo(6);
        assertThat(books.bean(Sealing.class).seal()).isZero();
    }

    @Test
    void an_entry_that_waits_is_no_fault() {
        entry(AuditLog.Area.POLICY, "policy A version 1");

        assertThat(faults()).isEmpty();
    }

    @Test
    void the_database_refuses_to_change_or_delete_entries_and_links() {
        five();

        assertThatThrownBy(() -> books.run("update audit_entry set act = 'X'"))
                .hasMessageContaining("never changed");
        assertThatThrownBy(() -> books.run("delete from audit_entry"))
                .hasMessageContaining("never deleted");
        assertThatThrownBy(() -> books.run("update audit_link set hash = repeat('1', 64)"))
                .hasMessageContaining("never changed");
        assertThatThrownBy(() -> books.run("delete from audit_link"))
                .hasMessageContaining("never deleted");
    }

    @Test
    void a_changed_entry_is_named() throws SQLException {
        five();
        tamper(
                "audit_entry",
                "updated",
                "update audit_entry set acted_by = 'somebody' where subject = 'elder 3'");

        assertThat(faults())
                .containsExactly(
                        "audit chain ELDER: entry %d does not fit its link 3"
                                .formatted(entryOf(3)));
    }

    @Test
    void a_deleted_entry_is_named() throws SQLException {
        five();
        var third = entryOf(3);
        tamper("audit_entry", "deleted", "delete from audit_entry where subject = 'elder 3'");

        assertThat(faults())
                .containsExactly(
                        "audit chain ELDER: entry %d of link 3 is missing".formatted(third));
    }

    @Test
    void a_deleted_link_is_named() throws SQLException {
        five();
        var second = entryOf(2);
        tamper(
                "audit_link",
                "deleted",
                "delete from audit_link where area = 'ELDER' and sequence = 2");

        assertThat(faults())
                .contains("audit chain ELDER: link 2 is missing")
                .contains("audit entry %d (ELDER) is on no chain".formatted(second));
    }

    @Test
    void a_changed_or_deleted_content_is_named() throws SQLException {
        for (var fen : List.of("700", "900")) {
            var _ =
                    books.in(connection -> {
                        books.bean(AuditLog.class)
                                .write(
                                        List.of(
                                                new AuditLog.Entry(
                                                        AuditLog.Area.PRICE,
                                                        "manager",
                                                        "REPLACED",
                                                        "site " + fen,
                                                        "",
                                                        AuditLog.Content.of(
                                                                "110105012", "SET", "600", fen))));
                        return fen;
                    });
        }
        var _ = books.bean(Sealing.class).seal();
        assertThat(faults()).isEmpty();
        assertThatThrownBy(() -> books.run("delete from audit_content"))
                .hasMessageContaining("never deleted");
        tamper(
                "audit_content",
                "updated",
                """
                update audit_content set division = '110101001'
                 where entry_id = (select entry_id from audit_entry where subject = 'site 900')
                """);
        assertThat(faults()).singleElement().asString().contains("PRICE: the content of entry");
        tamper("audit_content", "deleted", "delete from audit_content");

        assertThat(faults()).singleElement().asString().contains("PRICE: the content of entry");
    }

    @Test
    void an_end_that_was_cut_off_is_noticed() throws SQLException {
        five();
        var fifth = entryOf(5);
        tamper(
                "audit_link",
                "deleted",
                "delete from audit_link where area = 'ELDER' and sequence = 5");
        tamper("audit_entry", "deleted", "delete from audit_entry where entry_id = " + fifth);

        assertThat(faults())
                .singleElement()
                .asString()
                .startsWith("audit chain ELDER ends at link 4, but its head is 5 ");
    }

    @Test
    void many_writers_and_two_sealers_at_once_make_one_chain_without_a_gap() throws Exception {
        var ready = new CountDownLatch(1);
        try (var other = books.secondNode();
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var work = new ArrayList<Future<?>>();
            for (var writer : IntStream.range(0, 8).toArray()) {
                work.add(
                        threads.submit(() -> {
                            ready.await();
                            for (var i = 0; i < 25; i++) {
                                entry(AuditLog.Area.SIGN_IN, "account %d-%d".formatted(writer, i));
                            }
                            return writer;
                        }));
            }
            for (var node : List.of(books, other)) {
                work.add(
                        threads.submit(() -> {
                            ready.await();
                            for (var i = 0; i < 10; i++) {
                                var _ = node.bean(Sealing.class).seal();
                            }
                            return node;
                        }));
            }
            ready.countDown();
            for (var future : work) {
                var _ = future.get();
            }
        }
        var _ = books.bean(Sealing.class).seal();

        var walked = books.bean(ChainVerification.class).walk();
        assertThat(walked.faults()).isEmpty();
        assertThat(walked.links()).isEqualTo(8 * 25);
    }
}
