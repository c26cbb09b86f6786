/// Balances and sums over the books, and the opening balances of deleted years.
@CheckReturnValue
@NullMarked
package org.nuancan.ledger.balance;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
