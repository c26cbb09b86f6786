package org.nuancan.retention;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.LocalDate;

/// A row of `retention_mark`: the day before which records of a kind may be deleted.
@MappedEntity("retention_mark")
record RetentionMarkEntity(@Id String kind, LocalDate beforeDate) {}
