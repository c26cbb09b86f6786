package org.nuancan.db;

import com.zaxxer.hikari.SQLExceptionOverride;
import java.sql.SQLException;

/// Removes a connection from the pool as soon as a failure shows that it, or its server, cannot be
/// used now: the next transaction gets a new connection, perhaps to another server.
///
/// Public with a public constructor, since the pool creates it by its class name.
public final class EvictedConnections implements SQLExceptionOverride {

    /// Called by the pool.
    public EvictedConnections() {}

    // The interface has a nested type that is named Override.
    @java.lang.Override
    public SQLExceptionOverride.Override adjudicate(SQLException exception) {
        return DatabaseFailure.from(exception)
                        .filter(failure -> failure.kind() == DatabaseFailure.Kind.UNAVAILABLE)
                        .isPresent()
                ? SQLExceptionOverride.Override.MUST_EVICT
                : SQLExceptionOverride.Override.CONTINUE_EVICT;
    }
}
