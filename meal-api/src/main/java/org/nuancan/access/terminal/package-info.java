/// Terminals: activation, keys and states.
@CheckReturnValue
@NullMarked
package org.nuancan.access.terminal;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
