package org.nuancan.console.admin;

import java.util.List;
import java.util.Optional;

/// Days of the books, and what is parked.
///
/// @param next the address of what follows, if anything does
public record DaysPage(List<SettlementDay> days, List<Parked> parked, Optional<String> next) {}
