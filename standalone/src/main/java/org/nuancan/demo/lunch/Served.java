package org.nuancan.demo.lunch;

/// A guest who was served.
///
/// @param till where
/// @param guest who ate
/// @param sold what was booked
record Served(Till till, Guest guest, Sold sold) {}
