/// The reconciliation of a day and its differences over HTTP.
@CheckReturnValue
@NullMarked
package org.nuancan.finance.reconcile;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
