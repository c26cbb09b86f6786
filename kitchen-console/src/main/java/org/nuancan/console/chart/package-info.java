/// Charts on the start page of those who look after a district's money: meals by day, spending
/// against budgets, and how long statements wait.
///
/// A chart is drawn by the browser from the table beside it, so that both show the same numbers.
///
/// - Writes no table.
/// - Uses `console.api` and `console.page`.
@CheckReturnValue
@Configuration
@NullMarked
@Requires(property = "nuancan.console.api-url")
package org.nuancan.console.chart;

import com.google.errorprone.annotations.CheckReturnValue;
import io.micronaut.context.annotation.Configuration;
import io.micronaut.context.annotation.Requires;
import org.jspecify.annotations.NullMarked;
