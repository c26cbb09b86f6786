package org.nuancan.db;

import com.zaxxer.hikari.HikariDataSource;
import io.micronaut.data.connection.jdbc.advice.DelegatingDataSource;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Checks in the background whether the database commits, by a small commit each second on a
/// connection of its own, so that callers get an answer at once (decision 0194).
///
/// While the database is down, [Transactions] begin nothing, and idle connections leave the pool:
/// afterwards no caller gets a connection that was lost meanwhile. In a process that did not
/// [#start] it, the database counts as available.
@Singleton
public final class DatabaseWatch {

    /// The reason why the database does not commit.
    ///
    /// @param words the known part of the reason, without addresses
    public record Down(String words) {}

    private static final int FAILURES = 2;

    /// How long the disk counts as full after a transaction failed for this reason. The small
    /// commit of the probe needs no additional space and succeeds meanwhile.
    private static final Duration FULL = Duration.ofSeconds(3);

    private static final Logger LOG = LoggerFactory.getLogger(DatabaseWatch.class);

    private final DataSource pool;
    private final DatabaseSettings settings;
    private final ScheduledExecutorService thread =
            Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().daemon().name("database-watch").factory());
    private volatile Optional<Down> down = Optional.empty();
    private volatile Optional<DatabaseProbe> started = Optional.empty();
    private volatile Optional<Long> fullAt = Optional.empty();
    private int failures;

    DatabaseWatch(DataSource source, DatabaseSettings settings) {
        this.pool = DelegatingDataSource.unwrapDataSource(source);
        this.settings = settings;
    }

    /// Starts the checks.
    public void start() {
        if (pool instanceof HikariDataSource hikari) {
            var probe = new DatabaseProbe(hikari, settings);
            started = Optional.of(probe);
            var pause = settings.probeInterval().toMillis();
            var _ =
                    thread.scheduleWithFixedDelay(
                            () -> tryLook(hikari, probe), 0, pause, TimeUnit.MILLISECONDS);
        }
    }

    /// The reason, if the database is down.
    public Optional<Down> down() {
        return down;
    }

    /// The reason, also if only the disk is full and commits that need no additional space succeed.
    /// Such work is not refused in advance: a write fails by itself, and reads succeed.
    public Optional<Down> trouble() {
        return down.or(() ->
                fullAt.filter(DatabaseWatch::isRecent).map(_ -> new Down("its disk is full")));
    }

    private static boolean isRecent(long nanos) {
        return System.nanoTime() - nanos < FULL.toNanos();
    }

    /// Records that a transaction failed because the disk is full.
    void sawNoRoom() {
        if (fullAt.filter(DatabaseWatch::isRecent).isEmpty()) {
            LOG.warn("the disk of the database is full");
        }
        fullAt = Optional.of(System.nanoTime());
    }

    // An exception would end the scheduled checks.
    private void tryLook(HikariDataSource hikari, DatabaseProbe probe) {
        try {
            look(hikari, probe);
        } catch (RuntimeException defect) {
            LOG.error("the database could not be watched", defect);
        }
    }

    private void look(HikariDataSource hikari, DatabaseProbe probe) {
        switch (probe.commit()) {
            case DatabaseProbe.Committed() -> {
                failures = 0;
                down.ifPresent(_ -> LOG.info("the database commits again"));
                down = Optional.empty();
            }
            case DatabaseProbe.Failed(var words, var certain) -> {
                failures++;
                if (certain || failures >= FAILURES) {
                    if (down.isEmpty()) {
                        LOG.warn("the database is down: {}", words);
                    }
                    down = Optional.of(new Down(words));
                    Optional.ofNullable(hikari.getHikariPoolMXBean())
                            .ifPresent(connections -> connections.softEvictConnections());
                }
            }
        }
    }

    @PreDestroy
    void stop() {
        var _ = thread.shutdownNow();
        started.ifPresent(DatabaseProbe::forget);
    }
}
