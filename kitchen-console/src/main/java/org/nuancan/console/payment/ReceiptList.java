package org.nuancan.console.payment;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/// Money that came in, the newest first, and the form for more.
///
/// @param next the address of what follows, if anything does
public record ReceiptList(List<Receipt> items, LocalDate today, Optional<String> next) {}
