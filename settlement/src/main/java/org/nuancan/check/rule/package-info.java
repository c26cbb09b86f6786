/// The checks, one class each.
@CheckReturnValue
@NullMarked
package org.nuancan.check.rule;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
