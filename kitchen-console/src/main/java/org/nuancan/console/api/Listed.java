package org.nuancan.console.api;

import java.util.List;
import java.util.Optional;

/// One page of a list.
///
/// @param next the cursor of the next page, if there is one
public record Listed<T>(List<T> items, Optional<String> next) {}
