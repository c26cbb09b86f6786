/// Sessions of the console: the tokens sealed into a cookie and renewed, and the proof that the
/// console made a form.
///
/// - Writes no table; keeps nothing but what spent refresh tokens led to, for a while.
/// - Uses `console.api`.
@CheckReturnValue
@Configuration
@NullMarked
@Requires(property = "nuancan.console.api-url")
package org.nuancan.console.session;

import com.google.errorprone.annotations.CheckReturnValue;
import io.micronaut.context.annotation.Configuration;
import io.micronaut.context.annotation.Requires;
import org.jspecify.annotations.NullMarked;
