package org.nuancan.policy;

import java.util.Optional;

/// The position of a policy within a quote, and its group.
///
/// @param side the side that receives the grant
/// @param group policies of one group at one side compete; empty: no competition
/// @param stage earlier stages first
/// @param priority within a stage, the lower first
public record Precedence(Side side, Optional<String> group, long stage, long priority) {}
