package org.nuancan.demo.lunch;

/// A guest who was served.
///
/// @param till that sold the meal
/// @param guest who ate
/// @param sold the sale as booked
record Served(Till till, Guest guest, Sold sold) {}
