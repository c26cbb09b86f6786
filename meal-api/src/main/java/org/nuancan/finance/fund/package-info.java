/// Budgets and forecasts over HTTP, and warnings about them.
@CheckReturnValue
@NullMarked
package org.nuancan.finance.fund;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
