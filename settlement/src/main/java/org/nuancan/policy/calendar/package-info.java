/// Working days, from the calendar.
@CheckReturnValue
@NullMarked
package org.nuancan.policy.calendar;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
