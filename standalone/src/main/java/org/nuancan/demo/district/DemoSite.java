package org.nuancan.demo.district;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.nuancan.policy.fact.Division;
import org.nuancan.policy.fact.SiteType;

/// A place that serves meals.
///
/// @param grade 0 to 5
/// @param listedFrom first day of its filing with the district
/// @param listedTo last day of its filing; empty while it is filed
/// @param latitude in degrees
/// @param longitude in degrees
/// @param prices the price list
public record DemoSite(
        String name,
        Division division,
        SiteType type,
        int grade,
        LocalDate listedFrom,
        Optional<LocalDate> listedTo,
        String address,
        String latitude,
        String longitude,
        int seats,
        int dailyCapacity,
        List<Dish> prices) {}
