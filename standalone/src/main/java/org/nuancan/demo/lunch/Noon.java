package org.nuancan.demo.lunch;

/// The objects that all parts of one lunch share.
///
/// @param forecast the predicted grants, and the day
/// @param calendar business time
/// @param tally the demo's own count
record Noon(Forecast forecast, Calendar calendar, Tally tally) {}
