/// Quotes and sales at a till; sales that wait together are committed together.
@CheckReturnValue
@NullMarked
package org.nuancan.till.checkout;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
