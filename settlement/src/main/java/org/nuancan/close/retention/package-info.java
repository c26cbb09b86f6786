/// Deletes old statements and leaves an anchor.
@CheckReturnValue
@NullMarked
package org.nuancan.close.retention;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
