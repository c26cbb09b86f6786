package org.nuancan.console.ordering;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/// A standing plan: meals on weekdays until it ends.
public record Plan(
        String planId,
        String elderId,
        String siteId,
        List<String> weekdays,
        String slot,
        String fulfilment,
        List<Item> items,
        LocalDate from,
        Optional<LocalDate> to,
        List<Rest> pauses) {

    /// One dish.
    public record Item(String sku, int quantity) {}

    /// Days without meals.
    public record Rest(LocalDate from, Optional<LocalDate> to) {}
}
