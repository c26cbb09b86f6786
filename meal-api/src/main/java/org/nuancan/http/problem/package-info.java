/// Problem details (RFC 9457): codes, texts in Chinese and English, and the handlers that answer
/// them.
@CheckReturnValue
@NullMarked
package org.nuancan.http.problem;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
