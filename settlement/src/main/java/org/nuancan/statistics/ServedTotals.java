package org.nuancan.statistics;

/// Elders and meals of a stretch of time, as the yearly report counts them.
///
/// @param persons distinct elders
/// @param times meals of elders
/// @param focusPersons distinct elders with a meal on a day on which they were disabled or 80 or
///   older
/// @param focusTimes these meals
public record ServedTotals(long persons, long times, long focusPersons, long focusTimes) {}
