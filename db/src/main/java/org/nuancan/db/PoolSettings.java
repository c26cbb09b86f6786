package org.nuancan.db;

import io.micronaut.configuration.jdbc.hikari.DatasourceConfiguration;
import io.micronaut.context.event.BeanCreatedEvent;
import io.micronaut.context.event.BeanCreatedEventListener;
import jakarta.inject.Singleton;
import java.time.Duration;

/// Sets the deadlines of [DatabaseSettings] on every pool, so that they hold in every process, and
/// lets a pool whose URL names several servers connect to the one that accepts writes.
///
/// Flyway uses the pool too if a node migrates at its start (`NUANCAN_MIGRATE`); the `db` process
/// has connections of its own and waits as long as a migration takes.
@Singleton
final class PoolSettings implements BeanCreatedEventListener<DatasourceConfiguration> {

    /// Time limit for validating a connection that was idle for half a second; a lost one is
    /// skipped.
    private static final long VALIDATION_MILLIS = 1000;

    private final DatabaseSettings settings;
    private final KnownServer known;

    PoolSettings(DatabaseSettings settings, KnownServer known) {
        this.settings = settings;
        this.known = known;
    }

    @Override
    public DatasourceConfiguration onCreated(BeanCreatedEvent<DatasourceConfiguration> event) {
        var pool = event.getBean();
        pool.setExceptionOverrideClassName(EvictedConnections.class.getName());
        pool.setConnectionTimeout(settings.poolTimeout().toMillis());
        pool.setValidationTimeout(VALIDATION_MILLIS);
        // The pool's connecting thread waits longer after each failure, up to 5 s, as long as idle
        // connections are missing. With a minimum of 0 it begins anew with the next caller.
        pool.setMinimumIdle(0);
        pool.setKeepaliveTime(settings.keepalive().toMillis());
        pool.setConnectionInitSql(
                "set session innodb_lock_wait_timeout = %d, wait_timeout = %d"
                        .formatted(
                                settings.lockWait().toSeconds(),
                                settings.sessionTimeout().toSeconds()));
        pool.addDataSourceProperty("connectTimeout", millis(settings.connectTimeout()));
        pool.addDataSourceProperty("socketTimeout", millis(settings.socketTimeout()));
        pool.addDataSourceProperty("tcpKeepAlive", "true");
        if (WritableSource.isNeededFor(pool.getUrl())) {
            pool.setDataSource(writable(pool));
        }
        return pool;
    }

    private WritableSource writable(DatasourceConfiguration pool) {
        return new WritableSource(
                pool.getUrl(), pool.getDataSourceProperties(), settings.connectTimeout(), known);
    }

    // The driver silently ignores a value that is a number.
    private static String millis(Duration duration) {
        return String.valueOf(duration.toMillis());
    }
}
