package org.nuancan.console.admin;

import java.util.List;
import java.util.Optional;

/// Days of the books, and what is parked.
///
/// @param next the address of the next page, if there is one
public record DaysPage(List<SettlementDay> days, List<Parked> parked, Optional<String> next) {}
