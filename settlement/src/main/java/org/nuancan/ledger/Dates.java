package org.nuancan.ledger;

import java.time.Instant;
import org.nuancan.day.BusinessDay;

/// The times of a journal.
///
/// @param service the day of the meal
/// @param booking the day whose close includes it, from [BookingDays#lockOpen]
/// @param happenedAt when it happened; kept to the microsecond
public record Dates(BusinessDay service, BusinessDay booking, Instant happenedAt) {}
