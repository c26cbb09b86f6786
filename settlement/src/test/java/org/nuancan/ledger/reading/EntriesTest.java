package org.nuancan.ledger.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nuancan.day.BusinessDay;
import org.nuancan.engine.TestDatabase;
import org.nuancan.ledger.Account;
import org.nuancan.ledger.Cause;
import org.nuancan.ledger.Dates;
import org.nuancan.ledger.Entry;
import org.nuancan.ledger.Journal;
import org.nuancan.ledger.JournalKind;
import org.nuancan.ledger.Ledger;
import org.nuancan.ledger.Posting;
import org.nuancan.ledger.Subject;
import org.nuancan.money.Fen;

class EntriesTest {

    private static final BusinessDay DAY = new BusinessDay(LocalDate.of(2026, 11, 18));
    private static final long PROVIDER = 7;

    private static final TestDatabase DATABASE = TestDatabase.fresh();
    private Connection connection;

    @BeforeEach
    void open() throws SQLException {
        connection = DATABASE.dataSource().getConnection();
        connection.setAutoCommit(false);
    }

    @AfterEach
    void shut() throws SQLException {
        connection.rollback();
        connection.close();
    }

    /// Journals of 2, 4, 6 … postings.
    private void book(int journals) throws SQLException {
        var all = new ArrayList<Journal>();
        for (var journal = 1; journal <= journals; journal++) {
            var postings = new ArrayList<Posting>();
            for (var line = 0; line < journal; line++) {
                postings.add(Posting.of(PROVIDER, new Account.Till(PROVIDER), Fen.of(100 + line)));
                postings.add(
                        Posting.of(PROVIDER, new Account.Earned(PROVIDER), Fen.of(-100 - line)));
            }
            all.add(
                    new Journal(
                            journal * 10L,
                            JournalKind.MEAL,
                            Cause.order(journal),
                            Subject.order(journal, 50, "110105", "110105"),
                            new Dates(DAY, DAY, DAY.begins()),
                            List.of(),
                            postings));
        }
        new Ledger().post(connection, all);
    }

    private List<Entry> read(int page) throws SQLException {
        var read = new ArrayList<Entry>();
        new Entries(page).each(connection, DAY, PROVIDER, read::add);
        return read;
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 11, 12, 13, 41, 42, 43, 5_000})
    void wherever_a_page_ends_each_journal_comes_once_and_whole(int page) throws SQLException {
        book(6);

        var read = read(page);

        assertThat(read).extracting(Entry::journalId).containsExactly(10L, 20L, 30L, 40L, 50L, 60L);
        for (var i = 0; i < read.size(); i++) {
            assertThat(read.get(i).cause()).isEqualTo(Cause.order(i + 1L));
            assertThat(read.get(i).lines()).hasSize(2 * (i + 1));
            assertThat(read.get(i).lines().getLast().number()).isEqualTo(2 * (i + 1));
        }
    }

    @Test
    void a_day_without_postings_has_no_entries() throws SQLException {
        assertThat(read(3)).isEmpty();
    }
}
