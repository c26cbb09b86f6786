/// Retention runs over HTTP.
@CheckReturnValue
@NullMarked
package org.nuancan.finance.retention;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
