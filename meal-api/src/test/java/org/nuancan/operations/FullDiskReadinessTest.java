package org.nuancan.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.sql.SQLException;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nuancan.access.Role;
import org.nuancan.db.DatabaseFailure;
import org.nuancan.db.Transactions;
import org.nuancan.engine.TestDatabase;
import org.nuancan.http.NodeProcess;
import org.nuancan.http.ServerUnderTest;

/// What readiness says after a transaction failed since the database's disk is full. With a disk
/// that is really full: `FullDiskTest`.
class FullDiskReadinessTest {

    private static final ServerUnderTest SERVER =
            ServerUnderTest.start(TestDatabase.fresh(), Map.of());

    @ParameterizedTest
    @CsvSource({
        "1021, Disk full (/tmp); waiting for someone to free some space",
        "1114, The table 'journal' is full",
        "3, Error writing file './nuancan/journal.ibd' (errno: 28)",
        "1030, Got error 28 from storage engine",
    })
    void readiness_names_the_disk_for_a_while_and_what_needs_no_room_goes_on(
            int code, String message) {
        var admin = SERVER.as(Role.CITY_ADMIN);
        NodeProcess.await(() -> ready() == 200);

        var failure =
                catchThrowableOfType(
                        DatabaseFailure.class,
                        () ->
                                SERVER.bean(Transactions.class)
                                        .inOne(_ -> {
                                            throw new SQLException(message, "HY000", code);
                                        }));

        assertThat(failure.kind()).isEqualTo(DatabaseFailure.Kind.UNAVAILABLE);
        assertThat(ready()).isEqualTo(503);
        assertThat(admin.get("/health").body()).contains("its disk is full");
        assertThat(admin.get("/v1/providers").status()).isEqualTo(200);
        NodeProcess.await(() -> ready() == 200);
    }

    private static int ready() {
        return SERVER.anonymous().get("/health/readiness").status();
    }
}
