/// Shift reports of tills, compared with the orders.
@CheckReturnValue
@NullMarked
package org.nuancan.till.shift;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
