package org.nuancan.db;

import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.HikariPoolMXBean;
import io.micronaut.data.connection.jdbc.advice.DelegatingDataSource;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
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
/// While the database is down, [Transactions] begin nothing, and idle connections leave the pools:
/// afterwards no caller gets a connection that was lost meanwhile. They leave also when another
/// server of a replication group accepts the writes (decision 0260): the old server may still
/// answer, with old data. In a process that did not [#start] it, the database counts as available.
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
    private final List<DataSource> pools;
    private final DatabaseSettings settings;
    private final KnownServer known;
    private final ScheduledExecutorService thread =
            Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().daemon().name("database-watch").factory());
    private volatile Optional<Down> down = Optional.empty();
    private volatile Optional<DatabaseProbe> started = Optional.empty();
    private volatile Optional<Long> fullAt = Optional.empty();
    private volatile Optional<String> server = Optional.empty();
    private int failures;

    DatabaseWatch(
            DataSource source,
            List<DataSource> pools,
            DatabaseSettings settings,
            KnownServer known) {
        this.pool = DelegatingDataSource.unwrapDataSource(source);
        this.pools = pools.stream().map(DelegatingDataSource::unwrapDataSource).toList();
        this.settings = settings;
        this.known = known;
    }

    /// Starts the checks.
    public void start() {
        if (pool instanceof HikariDataSource hikari) {
            var probe = new DatabaseProbe(hikari, settings);
            started = Optional.of(probe);
            var pause = settings.probeInterval().toMillis();
            var _ =
                    thread.scheduleWithFixedDelay(
                            () -> tryLook(probe), 0, pause, TimeUnit.MILLISECONDS);
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
    private void tryLook(DatabaseProbe probe) {
        try {
            look(probe);
        } catch (RuntimeException defect) {
            LOG.error("the database could not be watched", defect);
        }
    }

    private void look(DatabaseProbe probe) {
        switch (probe.commit()) {
            case DatabaseProbe.Committed() -> {
                failures = 0;
                noteServer();
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
                    evictConnections();
                }
            }
        }
    }

    private void noteServer() {
        var now = known.address();
        if (!now.equals(server)) {
            if (server.isPresent()) {
                LOG.warn("another server of the group accepts the writes now");
                evictConnections();
            }
            server = now;
        }
    }

    // A connection in use leaves its pool when it is given back.
    private void evictConnections() {
        for (var source : pools) {
            if (source instanceof HikariDataSource hikari) {
                Optional.ofNullable(hikari.getHikariPoolMXBean())
                        .ifPresent(HikariPoolMXBean::softEvictConnections);
            }
        }
    }

    @PreDestroy
    void stop() {
        var _ = thread.shutdownNow();
        started.ifPresent(DatabaseProbe::forget);
    }
}
