package org.nuancan.bench.nightly;

import com.mysql.cj.jdbc.MysqlDataSource;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.core.JobParameters;
import org.springframework.batch.core.job.builder.JobBuilder;
import org.springframework.batch.core.launch.support.TaskExecutorJobLauncher;
import org.springframework.batch.core.repository.support.ResourcelessJobRepository;
import org.springframework.batch.core.step.builder.StepBuilder;
import org.springframework.batch.item.Chunk;
import org.springframework.batch.item.database.JdbcCursorItemReader;
import org.springframework.batch.item.database.builder.JdbcCursorItemReaderBuilder;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;

/// The sums of a day's statements as a job of Spring Batch: a cursor over postings with their
/// journals, chunks of a thousand, each chunk's sums added to a table in its transaction.
///
/// It computes no hash and stores no line, so it does less than a close.
public final class ChunkJob {

    private static final int CHUNK = 1_000;

    private ChunkJob() {}

    private record Line(
            long journalId,
            long providerId,
            String kind,
            String accountKind,
            String accountOwner,
            long fen,
            String policy,
            String side,
            String reason,
            String refusals) {

        private static Line read(ResultSet rows, int number) throws SQLException {
            return new Line(
                    rows.getLong("journal_id"),
                    rows.getLong("provider_id"),
                    rows.getString("kind"),
                    rows.getString("account_kind"),
                    rows.getString("account_owner"),
                    rows.getLong("fen"),
                    orEmpty(rows.getString("policy_code")),
                    orEmpty(rows.getString("policy_side")),
                    orEmpty(rows.getString("reason")),
                    orEmpty(rows.getString("refusals")));
        }

        private static String orEmpty(@Nullable String text) {
            return text == null ? "" : text;
        }
    }

    /// The summed columns.
    private record Sum(long providerId, String accountKind, String reason, String side) {}

    /// The duration of the job from its launch.
    ///
    /// @throws IllegalStateException if the job fails
    public static Duration time(String url, LocalDate day) throws Exception {
        var data = new MysqlDataSource();
        data.setUrl(url);
        data.setUser("root");
        var jdbc = new JdbcTemplate(data);
        jdbc.execute("drop table if exists bench_sum");
        jdbc.execute(
                """
                create table bench_sum (
                    provider_id bigint not null, account_kind varchar(9) not null,
                    reason varchar(32) not null, side varchar(8) not null, fen bigint not null,
                    primary key (provider_id, account_kind, reason, side))
                """);
        var began = System.nanoTime();
        var repository = new ResourcelessJobRepository();
        var step =
                new StepBuilder("sums", repository)
                        .<Line, Line>chunk(CHUNK, new DataSourceTransactionManager(data))
                        .reader(reader(data, day))
                        .writer(chunk -> write(jdbc, chunk))
                        .build();
        var job = new JobBuilder("close", repository).start(step).build();
        var launcher = new TaskExecutorJobLauncher();
        launcher.setJobRepository(repository);
        launcher.afterPropertiesSet();
        var execution = launcher.run(job, new JobParameters());
        if (!execution.getExitStatus().getExitCode().equals("COMPLETED")) {
            throw new IllegalStateException("the job failed: " + execution);
        }
        return Duration.ofNanos(System.nanoTime() - began);
    }

    private static JdbcCursorItemReader<Line> reader(DataSource data, LocalDate day) {
        return new JdbcCursorItemReaderBuilder<Line>()
                .name("postings")
                .dataSource(data)
                .fetchSize(Integer.MIN_VALUE)
                .verifyCursorPosition(false)
                .sql(
                        """
                        select straight_join p.journal_id, p.provider_id, j.kind, p.account_kind,
                               p.account_owner, p.fen, p.policy_code, p.policy_side, p.reason,
                               j.refusals
                          from posting p
                          join journal j on j.journal_id = p.journal_id
                         where p.booking_date = ? and p.provider_id > 0
                         order by p.provider_id, p.journal_id, p.line
                        """)
                .queryArguments(day)
                .rowMapper(Line::read)
                .build();
    }

    private static void write(JdbcTemplate jdbc, Chunk<? extends Line> chunk) {
        Map<Sum, Long> sums = new LinkedHashMap<>();
        for (var line : chunk) {
            var key = new Sum(line.providerId, line.accountKind, line.reason, line.side);
            sums.merge(key, line.fen, Math::addExact);
        }
        var rows =
                sums.entrySet().stream()
                        .map(entry ->
                                new Object[] {
                                    entry.getKey().providerId,
                                    entry.getKey().accountKind,
                                    entry.getKey().reason,
                                    entry.getKey().side,
                                    entry.getValue()
                                })
                        .toList();
        var _ =
                jdbc.batchUpdate(
                        """
                        insert into bench_sum (provider_id, account_kind, reason, side, fen)
                        values (?, ?, ?, ?, ?)
                        on duplicate key update fen = fen + values(fen)
                        """,
                        rows);
    }
}
