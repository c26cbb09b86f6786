/// The journal and the trial balance over HTTP, with sums over time and exports.
@CheckReturnValue
@NullMarked
package org.nuancan.finance.journal;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
