package org.nuancan.db;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class DeadlineTest {

    private static final Duration STATEMENT = Duration.ofSeconds(4);
    private static final Duration SOCKET = Duration.ofSeconds(30);
    private static final Duration ANY = Duration.ofSeconds(1);

    private static final DatabaseSettings SETTINGS =
            new DatabaseSettings(ANY, SOCKET, STATEMENT, ANY, ANY, ANY, ANY, ANY, ANY);

    @Test
    void a_statement_of_long_work_may_take_as_long_as_one_of_a_job_but_not_longer_than_its_work() {
        var hour = Duration.ofHours(1);

        assertThat(SETTINGS.statementLimit(Deadline.in(hour))).isEqualTo(STATEMENT);
        assertThat(SETTINGS.statementLimit(Deadline.ofLongWork(hour))).isEqualTo(SOCKET);
        assertThat(SETTINGS.statementLimit(Deadline.ofLongWork(STATEMENT)))
                .isLessThanOrEqualTo(STATEMENT);
    }

    @Test
    void of_two_deadlines_the_earlier_holds_whichever_is_of_long_work() {
        var sale = Deadline.in(Duration.ofSeconds(6));
        var upload = Deadline.ofLongWork(Duration.ofMinutes(10));

        assertThat(sale.or(upload)).isEqualTo(sale);
        assertThat(upload.or(sale)).isEqualTo(sale);
        assertThat(upload.bound(() -> sale.bound(Deadline::current))).contains(sale);
    }
}
