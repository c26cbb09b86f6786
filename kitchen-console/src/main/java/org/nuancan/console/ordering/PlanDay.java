package org.nuancan.console.ordering;

import java.time.LocalDate;
import java.util.Optional;

/// A day of a plan that could not be placed.
///
/// @param reason why, as meal-api names it
public record PlanDay(String planId, LocalDate date, String outcome, Optional<String> reason) {}
