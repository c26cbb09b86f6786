/// Reads journals: by day, by line, by meal.
@CheckReturnValue
@NullMarked
package org.nuancan.ledger.reading;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
