/// Statements: the list, one with its sums and payers, and its lines with the reason of each grant.
///
/// - Writes no table.
/// - Uses `console.api` and `console.page`.
@CheckReturnValue
@Configuration
@NullMarked
@Requires(property = "nuancan.console.api-url")
package org.nuancan.console.finance;

import com.google.errorprone.annotations.CheckReturnValue;
import io.micronaut.context.annotation.Configuration;
import io.micronaut.context.annotation.Requires;
import org.jspecify.annotations.NullMarked;
