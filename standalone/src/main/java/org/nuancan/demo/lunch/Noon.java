package org.nuancan.demo.lunch;

/// What all parts of one lunch share.
///
/// @param forecast what will be granted, and the day
/// @param calendar business time
/// @param tally the demo's own count
record Noon(Forecast forecast, Calendar calendar, Tally tally) {}
