/// Placing an order and moving it on: reservation, steps, capture, and the end of the day.
@CheckReturnValue
@NullMarked
package org.nuancan.ordering.progress;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
