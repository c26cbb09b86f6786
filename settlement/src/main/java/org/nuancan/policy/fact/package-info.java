/// Facts that policies ask for: elder, meal, site, bill.
@CheckReturnValue
@NullMarked
package org.nuancan.policy.fact;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
