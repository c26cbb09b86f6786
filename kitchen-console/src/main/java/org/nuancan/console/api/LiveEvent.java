package org.nuancan.console.api;

import java.util.Optional;

/// One event of the live stream, as it came over the wire.
///
/// @param id with which a later connection continues after this event; empty for a comment
/// @param name the kind, such as `sale`
/// @param text its content, JSON
public record LiveEvent(Optional<String> id, String name, String text) {

    /// A sign of life without content.
    static final LiveEvent COMMENT = new LiveEvent(Optional.empty(), "", "");

    /// Whether it only keeps the connection open.
    public boolean onlyAlive() {
        return name.isEmpty();
    }
}
