/// Refunds of sales, whole or in part, and the limits that they give back.
@CheckReturnValue
@NullMarked
package org.nuancan.sale.refund;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
