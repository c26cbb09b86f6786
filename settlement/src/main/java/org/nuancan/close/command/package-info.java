/// The close as a command of the settlement service.
@CheckReturnValue
@NullMarked
package org.nuancan.close.command;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
