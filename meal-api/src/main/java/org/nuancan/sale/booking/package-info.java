/// Writes sales and reservations: evaluates the policies and stores order, limits and journals in
/// one transaction.
@CheckReturnValue
@NullMarked
package org.nuancan.sale.booking;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
