/// Reads journals: by day, by line, by meal; and who bears the grants of meals.
@CheckReturnValue
@NullMarked
package org.nuancan.ledger.reading;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
