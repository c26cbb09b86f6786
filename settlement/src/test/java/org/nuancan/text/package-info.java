/// The rule for texts from outside.
@CheckReturnValue
@NullMarked
package org.nuancan.text;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
