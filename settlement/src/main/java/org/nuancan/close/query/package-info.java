/// Lists of statements and days for lookups and sums.
@CheckReturnValue
@NullMarked
package org.nuancan.close.query;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
