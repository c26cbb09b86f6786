/// Business days of the books: open, closing, closed; locked by each booking.
@CheckReturnValue
@NullMarked
package org.nuancan.ledger.day;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
