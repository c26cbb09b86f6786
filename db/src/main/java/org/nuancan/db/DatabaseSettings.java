package org.nuancan.db;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import java.time.Duration;

/// The time limits for waiting for the database, under `nuancan.database`. Each setting has a
/// default that is the same in every process; docs/operations.md lists them with the other
/// deadlines.
///
/// @param connectTimeout until the server accepted a connection and its greeting was read
/// @param socketTimeout until the answer of one statement, or its next part, of jobs and long work;
///   the connection is dropped afterwards
/// @param statementTimeout the same for other work with a [Deadline]; above `lockWait`, otherwise a
///   lock that is not obtained looks like a lost connection
/// @param poolTimeout until the pool gives a connection
/// @param lockWait for a row that another transaction has locked; whole seconds
/// @param sessionTimeout after which the server ends a session that sends nothing, and releases its
///   locks; whole seconds. No transaction may compute as long between two statements.
/// @param keepalive between two checks of an idle connection; below `sessionTimeout`
/// @param probeInterval between two small commits of [DatabaseWatch]
/// @param probeTimeout until the answer to such a commit; the database counts as down after two
///   commits that failed or one that was refused
@ConfigurationProperties("nuancan.database")
public record DatabaseSettings(
        @Bindable(defaultValue = "2s") Duration connectTimeout,
        @Bindable(defaultValue = "30s") Duration socketTimeout,
        @Bindable(defaultValue = "4s") Duration statementTimeout,
        @Bindable(defaultValue = "3s") Duration poolTimeout,
        @Bindable(defaultValue = "3s") Duration lockWait,
        @Bindable(defaultValue = "60s") Duration sessionTimeout,
        @Bindable(defaultValue = "30s") Duration keepalive,
        @Bindable(defaultValue = "1s") Duration probeInterval,
        @Bindable(defaultValue = "2s") Duration probeTimeout) {

    private static final Duration LEAST = Duration.ofMillis(250);

    /// How long one statement may take under a deadline.
    Duration statementLimit(Deadline deadline) {
        var left = deadline.left().compareTo(LEAST) < 0 ? LEAST : deadline.left();
        var most = deadline.isOfLongWork() ? socketTimeout : statementTimeout;
        return left.compareTo(most) < 0 ? left : most;
    }
}
