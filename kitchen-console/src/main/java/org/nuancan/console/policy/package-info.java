/// Policies: read in words, written in a form, tried on cases, released by a second person, ended.
///
/// - Writes no table.
/// - Uses `console.api` and `console.page`.
/// - Nothing is computed here: grants and their reasons come from meal-api's simulator.
@CheckReturnValue
@Configuration
@NullMarked
@Requires(property = "nuancan.console.api-url")
package org.nuancan.console.policy;

import com.google.errorprone.annotations.CheckReturnValue;
import io.micronaut.context.annotation.Configuration;
import io.micronaut.context.annotation.Requires;
import org.jspecify.annotations.NullMarked;
