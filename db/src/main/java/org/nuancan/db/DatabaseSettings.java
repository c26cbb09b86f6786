package org.nuancan.db;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import java.time.Duration;

/// How long the service waits for its database, under `nuancan.database`. Each setting has a
/// default that holds in every process; docs/operations.md lists them with the other deadlines.
///
/// @param connectTimeout until the server took a connection and its greeting was read
/// @param socketTimeout until the answer of one statement, or its next part; the connection is
///   dropped afterwards
/// @param poolTimeout until the pool gives a connection
/// @param lockWait for a row that another transaction holds; whole seconds
/// @param sessionTimeout after which the server ends a session that sends nothing, and frees its
///   locks; whole seconds. No transaction may compute as long between two statements.
/// @param keepalive between two signs of life of an idle connection; below `sessionTimeout`
@ConfigurationProperties("nuancan.database")
public record DatabaseSettings(
        @Bindable(defaultValue = "3s") Duration connectTimeout,
        @Bindable(defaultValue = "10s") Duration socketTimeout,
        @Bindable(defaultValue = "3s") Duration poolTimeout,
        @Bindable(defaultValue = "5s") Duration lockWait,
        @Bindable(defaultValue = "60s") Duration sessionTimeout,
        @Bindable(defaultValue = "30s") Duration keepalive) {}
