package org.nuancan.policy;

import java.util.Optional;

/// When a policy's turn comes and with whom it competes.
///
/// @param side who gets the grant
/// @param group policies of one group at one side compete; empty: with nobody
/// @param stage earlier stages first
/// @param priority within a stage, the lower first
public record Turn(Side side, Optional<String> group, long stage, long priority) {}
