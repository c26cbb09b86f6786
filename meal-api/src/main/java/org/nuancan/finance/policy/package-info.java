/// Policies and simulations over HTTP.
@CheckReturnValue
@NullMarked
package org.nuancan.finance.policy;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
