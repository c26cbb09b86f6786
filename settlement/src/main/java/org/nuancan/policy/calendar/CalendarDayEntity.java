package org.nuancan.policy.calendar;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.LocalDate;

/// A row of `calendar_day`.
@MappedEntity("calendar_day")
record CalendarDayEntity(@Id LocalDate day, boolean working) {}
