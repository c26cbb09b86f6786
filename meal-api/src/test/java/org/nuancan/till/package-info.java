/// The till over HTTP against the running service.
@CheckReturnValue
@NullMarked
package org.nuancan.till;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
