/// Who is signed in at the console: the tokens sealed into a cookie, kept fresh, and the proof that
/// a form is ours.
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
