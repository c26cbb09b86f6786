/// Limits of policies: counters, the quotas lent to nodes, and their locks.
@CheckReturnValue
@NullMarked
package org.nuancan.sale.limit;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
