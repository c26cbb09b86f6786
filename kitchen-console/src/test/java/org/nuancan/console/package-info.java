/// What the console's tests share.
@CheckReturnValue
@NullMarked
package org.nuancan.console;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
