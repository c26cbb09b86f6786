package org.nuancan.db;

import com.zaxxer.hikari.SQLExceptionOverride;
import java.sql.SQLException;

/// Takes a connection out of the pool as soon as a failure shows that it, or the server behind it,
/// cannot be used now: the next transaction gets a new one, perhaps to another server.
///
/// Public with a public constructor, since the pool makes it by its name.
public final class EvictedConnections implements SQLExceptionOverride {

    /// Made by the pool.
    public EvictedConnections() {}

    // The interface has a type of its own that is named Override.
    @java.lang.Override
    public SQLExceptionOverride.Override adjudicate(SQLException exception) {
        return DatabaseFailure.from(exception)
                        .filter(failure -> failure.kind() == DatabaseFailure.Kind.UNAVAILABLE)
                        .isPresent()
                ? SQLExceptionOverride.Override.MUST_EVICT
                : SQLExceptionOverride.Override.CONTINUE_EVICT;
    }
}
