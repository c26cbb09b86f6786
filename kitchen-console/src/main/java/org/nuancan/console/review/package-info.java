/// Statements and their review: the queue of a level, one statement with its reasons and its steps,
/// the anomalies that the checks found.
///
/// - Writes no table.
/// - Uses `console.api` and `console.page`.
@CheckReturnValue
@Configuration
@NullMarked
@Requires(property = "nuancan.console.api-url")
package org.nuancan.console.review;

import com.google.errorprone.annotations.CheckReturnValue;
import io.micronaut.context.annotation.Configuration;
import io.micronaut.context.annotation.Requires;
import org.jspecify.annotations.NullMarked;
