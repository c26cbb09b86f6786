package org.nuancan.console.payment;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/// Payment batches, the newest first, and the form for another.
///
/// @param through the last day of a new batch unless another is chosen
/// @param next the address of what follows, if anything does
public record BatchList(List<Batch> items, LocalDate through, Optional<String> next) {}
