/// The console's frame: starting it, the door, signing in and out, languages and refusals.
///
/// - Writes no table.
/// - Uses `console.api`, `console.export` and `console.session`.
/// - Its beans live only in a context in which `nuancan.console.api-url` is set, so that another
///   service on the same class path never picks them up.
@CheckReturnValue
@Configuration
@NullMarked
@Requires(property = "nuancan.console.api-url")
package org.nuancan.console.page;

import com.google.errorprone.annotations.CheckReturnValue;
import io.micronaut.context.annotation.Configuration;
import io.micronaut.context.annotation.Requires;
import org.jspecify.annotations.NullMarked;
