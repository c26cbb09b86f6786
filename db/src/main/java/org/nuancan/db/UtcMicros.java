package org.nuancan.db;

import io.micronaut.data.annotation.TypeDef;
import io.micronaut.data.model.DataType;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// Marks an [java.time.Instant] that is stored as `DATETIME(6)` in UTC, cut to microseconds. Each
/// instant of a mapped record and each instant that a query of a repository takes or returns has
/// it.
///
/// Without it the driver would use the time zone of the JVM and round to microseconds.
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({
    ElementType.FIELD,
    ElementType.METHOD,
    ElementType.PARAMETER,
    ElementType.RECORD_COMPONENT
})
@TypeDef(type = DataType.STRING, converter = UtcMicrosConverter.class)
public @interface UtcMicros {}
