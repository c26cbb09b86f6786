/// Received money over HTTP.
@CheckReturnValue
@NullMarked
package org.nuancan.finance.receipt;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
