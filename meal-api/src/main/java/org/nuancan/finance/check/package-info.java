/// Findings and parameters of the checks over HTTP.
@CheckReturnValue
@NullMarked
package org.nuancan.finance.check;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
