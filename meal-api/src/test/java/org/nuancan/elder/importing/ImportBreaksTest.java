package org.nuancan.elder.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.nuancan.elder.ElderFixture.CHAOYANG;
import static org.nuancan.elder.ElderFixture.anyCardNumber;
import static org.nuancan.elder.ElderFixture.anyIdNumber;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.nuancan.db.Sql;
import org.nuancan.elder.BreakingSteps;
import org.nuancan.elder.ElderFixture;
import org.nuancan.elder.IdNumber;
import org.nuancan.elder.importing.ImportJob.Failure;
import org.nuancan.elder.importing.ImportJob.Run;
import org.nuancan.elder.importing.ImportJob.State;
import org.nuancan.elder.importing.file.ImportFile;
import org.nuancan.elder.record.ElderSearchService;
import org.nuancan.http.Paging;

/// Imports whose work breaks at any of its steps.
class ImportBreaksTest {

    private static final int MORE_STEPS_THAN_THERE_ARE = 200;

    private static ElderFixture fixture;
    private static BreakingSteps breaking;
    private static ImportJobService jobs;
    private static ImportRunService runs;
    private static Imports imports;

    @BeforeAll
    static void start() {
        fixture = new ElderFixture(BreakingSteps.PROPERTY);
        breaking = fixture.context.getBean(BreakingSteps.class);
        jobs = fixture.context.getBean(ImportJobService.class);
        runs = fixture.context.getBean(ImportRunService.class);
        imports = fixture.context.getBean(Imports.class);
    }

    @AfterAll
    static void stop() {
        fixture.close();
    }

    @AfterEach
    void heal() {
        var _ = breaking.heal();
    }

    @ParameterizedTest
    @EnumSource
    void whatever_step_breaks_every_row_is_worked_off_once(BreakingSteps.How how) {
        var step = 1;
        var wasBroken = true;
        for (; wasBroken; step++) {
            assertThat(step).isLessThan(MORE_STEPS_THAN_THERE_ARE);
            var good = List.of(anyIdNumber(), anyIdNumber());
            var run =
                    accepted(
                            "甲,%s,110105012,C-%s\n乙,1,110105012,\n丙,%s,110105012,\n"
                                    .formatted(
                                            good.getFirst().value(),
                                            anyCardNumber().value(),
                                            good.getLast().value()));

            breaking.breakAt(step, how);
            workUnlessKilled(run);
            wasBroken = breaking.heal();
            takeOverUntilItEnds(run);

            var job = found(run);
            assertThat(job.state()).as("%s at step %d", how, step).isEqualTo(State.DONE);
            assertThat(job.imported()).isEqualTo(2);
            assertThat(job.faults()).isEqualTo(1);
            assertThat(jobs.faults(job.importId()))
                    .extracting(ImportJobService.Fault::codes)
                    .containsExactly("ID_NUMBER_INVALID");
            assertThat(good).allMatch(number -> registrations(number) == 1);
            assertThat(parts(run)).isZero();
        }
        assertThat(step).as("steps that were broken").isGreaterThan(15);
    }

    @Test
    void a_row_that_fails_unexpectedly_is_a_fault_and_the_others_are_imported() {
        var run =
                accepted(rows(7) + "毒药,%s,110105012,\n".formatted(anyIdNumber().value()) + rows(5));
        breaking.poison("毒*");

        imports.work(run, Integer.MAX_VALUE);

        assertThat(found(run).state()).isEqualTo(State.DONE);
        assertThat(found(run).imported()).isEqualTo(12);
        assertThat(jobs.faults(run.job().importId()))
                .extracting(fault -> fault.line() + " " + fault.fields() + " " + fault.codes())
                .containsExactly("9 line 9 INTERNAL");
    }

    @Test
    void a_job_that_fails_three_times_has_failed_with_its_reason_and_is_not_repeated() {
        var run = accepted(rows(70));
        breaking.breakStatements("INSERT INTO `elder_standing`");

        imports.work(run, Integer.MAX_VALUE);
        assertThat(found(run).state()).isEqualTo(State.RUNNING);
        takeOverUntilItEnds(run);

        assertThat(found(run).state()).isEqualTo(State.FAILED);
        assertThat(found(run).failure()).contains(Failure.INTERNAL);
        assertThat(found(run).finishedAt()).isPresent();
        assertThat(found(run).imported()).isZero();
        assertThat(parts(run)).isZero();
        silence(run);
        assertThat(runs.takeOver()).isEmpty();
    }

    @Test
    void a_job_fails_after_three_crashed_runs() {
        var run = accepted(rows(2));
        for (var died = 1; died < 3; died++) {
            silence(run);
            assertThat(runs.takeOver()).isPresent();
        }
        silence(run);

        assertThat(runs.takeOver()).isEmpty();
        assertThat(found(run).state()).isEqualTo(State.FAILED);
        assertThat(found(run).failure()).contains(Failure.STOPPED);
    }

    @Test
    void a_job_is_done_only_if_every_row_was_worked_off() {
        var run = accepted(rows(3));
        assertThat(runs.finish(run)).isFalse();
        change(run, "total_rows = 4, total_lines = 4");

        imports.work(run, Integer.MAX_VALUE);
        assertThat(found(run).state()).isEqualTo(State.RUNNING);
        takeOverUntilItEnds(run);

        assertThat(found(run).state()).isEqualTo(State.FAILED);
        assertThat(found(run).failure()).contains(Failure.INCOMPLETE);
    }

    @Test
    void a_file_that_cannot_be_read_any_more_fails() {
        var run = accepted(rows(3));
        change(run, "encoding = 'UTF-16LE'");

        takeOverUntilItEnds(run);

        assertThat(found(run).failure()).contains(Failure.UNREADABLE);
    }

    private static void workUnlessKilled(Run run) {
        try {
            imports.work(run, Integer.MAX_VALUE);
        } catch (BreakingSteps.Killed dead) {
            assertThat(dead).as("a node that died answers nothing").hasMessage(null);
        }
    }

    private static void takeOverUntilItEnds(Run run) {
        for (var times = 0; times < 5 && found(run).state() == State.RUNNING; times++) {
            silence(run);
            imports.takeOver();
        }
    }

    private static Run accepted(String rows) {
        var bytes = ("姓名,身份证号,居住区划,卡号\n" + rows).getBytes(StandardCharsets.UTF_8);
        var file = ImportFile.read(bytes, Optional.empty()).orThrow();
        return jobs.accept(bytes, file, CHAOYANG, "officer");
    }

    private static String rows(int count) {
        return IntStream.range(0, count)
                .mapToObj(index -> "钱某,%s,110105012,\n".formatted(anyIdNumber().value()))
                .collect(Collectors.joining());
    }

    private static ImportJob found(Run run) {
        return jobs.find(run.job().importId(), CHAOYANG).orElseThrow();
    }

    private static int registrations(IdNumber number) {
        return fixture.search
                .search(new ElderSearchService.Clue.ById(number), CHAOYANG, Paging.first(500))
                .items()
                .size();
    }

    private static void silence(Run run) {
        change(run, "leased_until = '2020-01-01'");
    }

    private static void change(Run run, String assignments) {
        var rows =
                fixture.transactions.inOne(connection ->
                        Sql.on(
                                        connection,
                                        "update elder_import set "
                                                + assignments
                                                + " where import_id = ?")
                                .with(run.job().importId())
                                .run());
        assertThat(rows).isEqualTo(1);
    }

    private static long parts(Run run) {
        return fixture.transactions.reading(connection ->
                Sql.on(
                                connection,
                                """
                                select count(*) as parts from elder_import_part
                                where import_id = ?
                                """)
                        .with(run.job().importId())
                        .one(row -> row.number("parts")));
    }
}
