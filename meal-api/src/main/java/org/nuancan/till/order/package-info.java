/// Sold and ordered meals at a till: lookup, refund, and collecting an ordered meal.
@CheckReturnValue
@NullMarked
package org.nuancan.till.order;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
