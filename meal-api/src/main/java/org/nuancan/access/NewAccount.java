package org.nuancan.access;

import java.util.Optional;

/// An account to make.
///
/// @param scope as it is stored
/// @param secretHash empty for a terminal before its activation
/// @param isPending whether a second person has to confirm it
public record NewAccount(
        String name,
        String displayName,
        String role,
        ScopeWords scope,
        Optional<String> secretHash,
        boolean isPending) {}
