/// Uploads of receipts that a till made without a network, and their results.
@CheckReturnValue
@NullMarked
package org.nuancan.till.offline;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
