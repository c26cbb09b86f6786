package org.nuancan.console.api;

import java.util.List;
import java.util.Optional;

/// One part of a list.
///
/// @param next the cursor of what follows, if anything does
public record Listed<T>(List<T> items, Optional<String> next) {}
