package org.nuancan.db;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.BatchUpdateException;
import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLTransientConnectionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nuancan.db.DatabaseFailure.Kind;

class DatabaseFailureTest {

    @ParameterizedTest
    @CsvSource({
        "1290, HY000, The MySQL server is running with the --super-read-only option",
        "1836, HY000, Running in read-only mode",
        "1874, HY000, InnoDB is in read only mode",
        "3032, HY000, The server is currently in offline mode",
        "3100, HY000, Error on observer while running replication hook 'before_commit'",
        "3101, 40000, Plugin instructed the server to rollback the current transaction",
        "3781, HY000, Timeout exceeded for held statement while a new primary applies its backlog",
        "3782, HY000, Held statement aborted because the plugin got shut down",
        "3783, HY000, Held statement was aborted due to member being in error state",
        "3796, HY000, The option group_replication_consistency cannot be used in this state",
        "3797, HY000, Error while waiting for group transactions commit",
        "3798, HY000, Error while waiting for transactions to commit",
        "3799, HY000, The Group Replication plugin is stopping",
        "3989, HY000, Schema nuancan is in read only mode",
        "4049, HY000, This operation cannot be performed on a secondary member",
        "4094, HY000, All queries have been blocked during group_replication_set_as_primary()",
        "3169, HY000, Session was killed",
        "1053, 08S01, Server shutdown in progress",
        "1317, 70100, Query execution was interrupted",
        "1927, 70100, Connection was killed",
        "4031, HY000, The client was disconnected by the server because of inactivity",
        "1021, HY000, Disk full (/tmp/#sql); waiting for someone to free some space",
        "1026, HY000, Error writing file 'binlog'",
        "1114, HY000, The table 'journal' is full",
        "3, HY000, Error writing file './nuancan/journal.ibd' (errno: 28 - No space left on device)",
        "1005, HY000, 'Can''t create table `n`.`t` (errno: 28 \"No space left on device\")'",
        "1041, HY000, Out of memory",
        "1030, HY000, 'Got error 28 from storage engine'",
        "1030, HY000, 'Got error 28 \"No space left on device\" from storage engine InnoDB'",
        "1180, HY000, 'Got error 28 during COMMIT'",
        "1040, 08004, Too many connections",
        "1203, 42000, User nuancan already has more than 'max_user_connections' active connections",
        "0, , Connection is closed",
        "0, S1009, No operations allowed after statement closed.",
        "0, 08S01, Communications link failure",
    })
    void a_server_or_connection_that_cannot_be_used_now_is_unavailable(
            int code, String state, String message) {
        var failure = failure(new SQLException(message, state, code));

        assertThat(failure.kind()).isEqualTo(Kind.UNAVAILABLE);
        assertThat(failure.isPassing()).isTrue();
        assertThat(new EvictedConnections().adjudicate(new SQLException(message, state, code)))
                .hasToString("MUST_EVICT");
    }

    @ParameterizedTest
    @CsvSource({
        "1062, 23000, Duplicate entry, DUPLICATE",
        "1213, 40001, Deadlock found, DEADLOCK",
        "1205, HY000, Lock wait timeout exceeded, LOCK_TIMEOUT",
        "3819, HY000, Check constraint is violated, CHECK",
        "1452, 23000, Cannot add or update a child row, REFERENCE",
        "1064, 42000, You have an error in your SQL syntax near 'connection closed', OTHER",
        "1792, 25006, Cannot execute statement in a READ ONLY transaction, OTHER",
        "1406, 22001, Data too long for column, OTHER",
        "1030, HY000, Got error 168 from storage engine, OTHER",
    })
    void what_a_statement_did_wrong_keeps_its_kind_and_its_connection(
            int code, String state, String message, Kind kind) {
        var failure = failure(new SQLException(message, state, code));

        assertThat(failure.kind()).isEqualTo(kind);
        assertThat(new EvictedConnections().adjudicate(new SQLException(message, state, code)))
                .hasToString("CONTINUE_EVICT");
    }

    @ParameterizedTest
    @CsvSource({
        "1021, Disk full, true",
        "1026, Error writing file 'binlog', true",
        "1114, The table 'journal' is full, true",
        "3, Error writing file './nuancan/journal.ibd', true",
        "1030, 'Got error 28 \"No space left on device\" from storage engine InnoDB', true",
        "1041, Out of memory, false",
        "1030, Got error 28 from storage engine, true",
        "1030, Got error 128 from storage engine, false",
        "1290, running with the --read-only option, false",
    })
    void a_full_disk_is_told_apart(int code, String message, boolean full) {
        assertThat(failure(new SQLException(message, "HY000", code)).isOutOfRoom()).isEqualTo(full);
    }

    @Test
    void a_batch_fails_as_its_statement_does() {
        var batch = new BatchUpdateException("read-only", "HY000", 1290, new int[0]);

        assertThat(failure(batch).kind()).isEqualTo(Kind.UNAVAILABLE);
    }

    @Test
    void only_a_connection_that_was_had_can_have_broken_off() {
        assertThat(failure(new SQLTransientConnectionException("pool is empty")).brokeOff())
                .isFalse();
        assertThat(failure(new SQLNonTransientConnectionException("gone")).brokeOff()).isTrue();
        assertThat(failure(new SQLException("Connection is closed")).brokeOff()).isTrue();
    }

    private static DatabaseFailure failure(SQLException exception) {
        return DatabaseFailure.from(new IllegalStateException(exception)).orElseThrow();
    }
}
