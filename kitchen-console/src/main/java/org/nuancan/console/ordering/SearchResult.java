package org.nuancan.console.ordering;

import java.util.List;

/// Elders that a search found.
public record SearchResult(List<Elder> items) {}
