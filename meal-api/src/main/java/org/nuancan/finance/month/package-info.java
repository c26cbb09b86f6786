/// A month for accountants.
@CheckReturnValue
@NullMarked
package org.nuancan.finance.month;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
