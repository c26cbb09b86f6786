package org.nuancan.close;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.nuancan.close.Books.DAY;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.nuancan.db.DatabaseFailure;

class CloseStepsTest {

    private final List<String> done = new ArrayList<>();

    private static RuntimeException away() {
        return DatabaseFailure.from(new SQLException("Connection is closed")).orElseThrow();
    }

    private static Runnable failing(RuntimeException failure) {
        return () -> {
            throw failure;
        };
    }

    private CloseSteps steps(RuntimeException failure) {
        return new CloseSteps(
                List.of(day -> failing(failure).run(), day -> done.add("before " + day)),
                List.of(() -> failing(failure).run(), () -> done.add("after")));
    }

    @Test
    void a_step_that_fails_by_itself_stops_neither_the_others_nor_the_close() {
        var steps = steps(new IllegalStateException("a defect"));

        steps.before(DAY);
        steps.afterwards();

        assertThat(done).containsExactly("before 2026-11-18", "after");
    }

    @Test
    void without_a_database_the_close_does_not_begin() {
        var steps = steps(away());

        assertThatThrownBy(() -> steps.before(DAY)).isInstanceOf(DatabaseFailure.class);
        assertThat(done).isEmpty();
    }

    @Test
    void after_the_close_every_step_runs_before_the_failure_is_thrown() {
        var steps = steps(away());

        assertThatThrownBy(steps::afterwards).isInstanceOf(DatabaseFailure.class);
        assertThat(done).containsExactly("after");
    }
}
